import Foundation
import TestSupport
import Testing

/// A stage as `run.json` has it.
struct RecordedStage: Decodable {
  enum CodingKeys: String, CodingKey {
    case stage
    case rowsIn = "rows_in"
    case rowsOut = "rows_out"
    case cacheHits = "cache_hits"
  }

  var stage: String
  var rowsIn: Int?
  var rowsOut: Int?
  var cacheHits: Int?
}

extension TestProject {
  /// What a stage of the run behind `link` did.
  func recordedStage(_ stage: String, of link: String) throws -> RecordedStage {
    struct Record: Decodable { var stages: [RecordedStage] }
    let record = try JSONDecoder().decode(
      Record.self, from: Data(try text("Reports/test/\(link)/run.json").utf8))
    return try #require(record.stages.first { $0.stage == stage })
  }
}
