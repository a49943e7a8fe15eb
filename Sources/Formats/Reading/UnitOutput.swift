import Records

/// What a worker makes of one unit of work, before it becomes a batch.
struct UnitOutput {
  var read = ReadOutput()
  /// Records read, by format.
  var formats: [String: Int] = [:]
  var encodings: Set<String> = []
  var unknownColumns: [FileSummary.UnknownColumn] = []
  /// Files and members passed over, by kind.
  var ignored: [String: Int] = [:]
  /// Bytes read, inflated where compressed.
  var bytes = 0

  mutating func read(_ document: ParsedDocument, as format: any DocumentFormat.Type) {
    let before = read.records.count
    format.read(document, into: &read)
    formats[format.id, default: 0] += read.records.count - before
  }

  mutating func merge(_ other: UnitOutput) {
    read.records += other.read.records
    read.rejects += other.read.rejects
    formats.merge(other.formats) { $0 + $1 }
    encodings.formUnion(other.encodings)
    unknownColumns += other.unknownColumns
    ignored.merge(other.ignored) { $0 + $1 }
    bytes += other.bytes
  }

  /// Notes what a table's reader found beside its rows.
  ///
  /// - Parameter isWhole: whether the table was read to its end.
  mutating func note(_ reader: any TableReader, of source: Source, isWhole: Bool) {
    if let encoding = reader.encoding { noteEncoding(encoding) }
    guard isWhole else { return }
    unknownColumns += reader.unknownColumns.map {
      FileSummary.UnknownColumn(
        table: source.member ?? source.file, name: $0.name, filledCells: $0.filledCells)
    }
  }

  mutating func noteEncoding(_ name: String) {
    if !encodings.contains(name) { encodings.insert(name) }
  }
}
