import Records

/// Records of one file in their order, as many as one block of bytes held.
package struct RecordBatch: Sendable {
  /// The place of the file among those given.
  package var fileIndex: Int
  package var records: [ExportRecord]
  package var rejects: [Reject]
  /// Nil until the file is read to its end.
  package var summary: FileSummary?
}

extension FileSummary {
  /// A column of a table that no reader asks for.
  package struct UnknownColumn: Hashable, Sendable {
    /// The member, or the file where it is the table.
    package var table: String
    /// The name as the header gives it; `column 5` where the header has none.
    package var name: String
    /// How many rows have a value in it.
    package var filledCells: Int
  }
}

/// What a file held.
package struct FileSummary: Hashable, Sendable {
  /// Records by format id.
  package var formats: [String: Int] = [:]
  /// Encodings the documents declare, in lower case.
  package var encodings: Set<String> = []
  /// `file`, `zip`, `gzip`, `tar` or `tar.gz`.
  package var container = "file"
  /// The file's size.
  package var fileBytes = 0
  /// Bytes read, inflated where compressed.
  package var bytes = 0
  package var records = 0
  package var rejects = 0
  /// Columns of tables that no reader asks for.
  package var unknownColumns: [UnknownColumn] = []
  /// Files and members without records, by kind: image, index, checksum, readme, listing, html,
  /// link, device, volume-label.
  package var ignored: [String: Int] = [:]
}
