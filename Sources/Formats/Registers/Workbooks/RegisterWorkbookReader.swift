import Records

/// Reads the register in a workbook that comes as one block.
final class RegisterWorkbookReader: TableReader {
  private var isRead = false
  private(set) var unknownColumns: [RegisterSummary.UnknownColumn] = []

  /// A compound file may come in several blocks; its first one is enough to refuse it.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, source: Source,
    into output: inout ReadOutput
  ) -> Int {
    if isRead { return bytes.count }
    isRead = true
    var found = ReadOutput()
    let summary = RegisterWorkbook.read(
      Array(bytes), source: source, record: { found.records.append(.register($0)) },
      reject: { found.rejects.append($0) })
    unknownColumns = summary?.unknownColumns ?? []
    output.records += found.records
    output.rejects += found.rejects
    return bytes.count
  }

  /// A workbook has no rows that are lines.
  func passOverRow(longerThan limit: Int, source: Source, into output: inout ReadOutput) {}
}

extension RegisterWorkbook {
  /// The id under which a workbook is counted that holds no register.
  package static let unrecognisedID = "workbook"

  /// The workbook that the bytes of a file or member are, or nil if they are none; also one in a form
  /// that is refused.
  package static func table(
    fileName: String, header: UnsafeRawBufferPointer
  ) -> RecognisedTable? {
    let isForeign = header.withMemoryRebound(to: UInt8.self) {
      UnreadableWorkbook.fault(compoundFile: $0) != nil
    }
    let isArchive = header.withMemoryRebound(to: UInt8.self) { ZipArchive.isArchive($0) }
    guard isForeign || isArchive else { return nil }
    let kind = isArchive ? kind(of: Array(header), fileName: fileName) : nil
    return RecognisedTable(id: kind?.formatID ?? unrecognisedID) { RegisterWorkbookReader() }
  }
}
