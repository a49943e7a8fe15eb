import Records
import Store

extension ExplainedRun {
  /// A file with what it gave of one format.
  struct InputFile {
    var path: String
    var sha256: String
    var records: Int
    /// `yyyymmdd`.
    var newest: Int?
  }

  /// The files that gave records of a format, or rows of a register; nil without a store.
  func inputFiles(_ format: String) throws -> [InputFile]? {
    guard let database = try database() else { return nil }
    return try database.filesOfFormat(format).map {
      InputFile(path: $0.path, sha256: $0.sha256, records: $0.records, newest: $0.newest)
    }
  }

  /// Records of a format that were published on a day.
  func newestRecords(_ format: String, day: String) throws -> [CellRow] {
    guard let database = try database(), let number = Int(day) else { return [] }
    return try database.recordsPublished(on: number, format: format).map {
      CellRow($0.name, nil, facts: [CellRow.Fact(nil, $0.source)])
    }
  }
}
