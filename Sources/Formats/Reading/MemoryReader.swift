import Records

/// Reads content that lies in memory as if it were a file; for tests that read one content cut or
/// changed in thousands of ways, and for workers that get records on a pipe.
///
/// One per thread: it reuses its parsers and buffers.
package final class MemoryReader {
  private let reader: ContentReader

  /// Nil if there is no memory for a parser.
  package init?(_ options: ReadOptions = ReadOptions()) {
    guard let reader = ContentReader(options) else { return nil }
    self.reader = reader
  }

  /// What a content gives.
  package struct Result: Sendable {
    package var records: [ExportRecord]
    package var rejects: [Reject]
    /// The number of records by the id of their format or register.
    package var formats: [String: Int]
    /// Files and members passed over, by kind.
    package var ignored: [String: Int]
  }

  /// Reads content of any size in one piece.
  ///
  /// - Parameter name: what sources call it; tables are told by it too.
  package func read(_ bytes: [UInt8], name: String) -> Result {
    var output = UnitOutput()
    reader.read(
      .whole(ByteRange(bytes), Source(file: name), depth: 0, fault: nil), pool: BlockPool(),
      into: &output)
    return Result(
      records: output.read.records, rejects: output.read.rejects, formats: output.formats,
      ignored: output.ignored)
  }
}
