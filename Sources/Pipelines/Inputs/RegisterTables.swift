import Formats
import Records

/// Recognises the office's own tables among the inputs.
package struct RegisterTables: TableFormat {
  package init() {}

  package func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable? {
    if let workbook = RegisterWorkbook.table(fileName: fileName, header: header) {
      return workbook
    }
    guard let kind = RegisterFile.kind(fileName: fileName, header: header) else {
      return CnipaTrademark.table(fileName: fileName, header: header)
    }
    if kind == .protectedMarks, !RegisterTables.isList(fileName, header),
      let table = CnipaTrademark.table(fileName: fileName, header: header)
    {
      return table
    }
    return RecognisedTable(id: kind.formatID) { RegisterFile.reader(of: kind) }
  }

  /// Whether what has the columns of a list of protected marks is named for one, or has a column that
  /// only such a list has: CNIPA's table of marks has all that a list needs.
  private static func isList(_ fileName: String, _ header: UnsafeRawBufferPointer) -> Bool {
    let empty = UnsafeRawBufferPointer(start: nil, count: 0)
    if RegisterFile.kind(fileName: fileName, header: empty) != nil { return true }
    let line = header.prefix { $0 != 0x0A }.map { $0 | ($0 < 0x80 ? 0x20 : 0) }
    return RegisterTables.listColumns.contains { line.contains($0) }
  }

  /// 名录 and 权利人 in UTF-8 and in GB18030, `list`, `owner`.
  private static let listColumns: [[UInt8]] = [
    Array("名录".utf8), Array("权利人".utf8), [0xC3, 0xFB, 0xC2, 0xBC],
    [0xC8, 0xA8, 0xC0, 0xFB, 0xC8, 0xCB], Array("list".utf8), Array("owner".utf8),
  ]
}
