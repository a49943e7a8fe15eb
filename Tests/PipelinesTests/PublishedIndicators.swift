import Foundation
import TestSupport

/// `indicators.json` as another program reads it.
struct PlanIndicatorDocument: Decodable {
  struct Part: Decodable {
    var id: String
    var value: Int
  }

  struct County: Decodable, Equatable {
    var region: String
    var value: Int
  }

  var id: String
  var value: Double?
  var status: String
  var remark: String
  /// Nil where nothing was loaded.
  var undetermined: Int?
  var unresolvedPlace: Int?
  var parts: [Part]
  var sources: [Part]
  var byCounty: [County]

  var counties: [County] { byCounty }

  func part(_ id: String) -> Int? { parts.first { $0.id == id }?.value }

  func source(_ id: String) -> Int? { sources.first { $0.id == id }?.value }
}

extension TestProject {
  /// The indicators behind a link, by id.
  func planIndicators(_ link: String = "latest") throws -> [String: PlanIndicatorDocument] {
    struct Document: Decodable {
      var indicators: [PlanIndicatorDocument]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let document = try decoder.decode(
      Document.self, from: Data(try text("Reports/test/\(link)/indicators.json").utf8))
    return Dictionary(uniqueKeysWithValues: document.indicators.map { ($0.id, $0) })
  }
}
