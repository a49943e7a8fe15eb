import Records

/// Reads an office's own tables from comma-separated text.
package enum RegisterFile {
  /// The register that a file holds, or nil if it is none.
  ///
  /// A file whose name begins with a register's (`pledges`, 质押登记, in any case) is one if it is a
  /// `.csv` or its header has a column of that register; so a damaged header is reported by ``read``
  /// rather than taken for an unknown format. Any other file is one if its header has every required
  /// column of exactly one register.
  ///
  /// - Parameters:
  ///   - fileName: a name or a path.
  ///   - header: the file's beginning, at least its first line.
  package static func kind(
    fileName: String, header: UnsafeRawBufferPointer
  ) -> RegisterKind? {
    let cells = RegisterHeader.cells(head: header)
    return RegisterHeader.kind(
      fileName: fileName, header: cells, isTable: fileName.lowercased().hasSuffix(".csv"))
  }

  /// What reads a register of this kind, however large, a block after the other.
  package static func reader(of kind: RegisterKind) -> any TableReader { RegisterReader(kind) }

  /// Reads a whole register; rows go to `record` in the file's order, each with its row number as
  /// offset and record of its source.
  ///
  /// - Parameter source: the file; its offset and record are ignored.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, kind: RegisterKind, source: Source,
    record: (RegisterRow) -> Void, reject: (Reject) -> Void
  ) -> RegisterSummary {
    let reader = RegisterReader(kind)
    var output = ReadOutput()
    bytes.withMemoryRebound(to: UInt8.self) {
      _ = reader.read($0, isLast: true, source: source, into: &output)
    }
    for case .register(let row) in output.records { record(row) }
    for item in output.rejects { reject(item) }
    return reader.summary
  }
}
