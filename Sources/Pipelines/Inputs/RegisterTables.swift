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
    return RecognisedTable(id: kind.rawValue) { RegisterFile.reader(of: kind) }
  }

  /// Whether what has the columns of a list of protected marks is named for one, or has a column that
  /// only such a list has: CNIPA's table of marks has all that a list needs.
  private static func isList(_ fileName: String, _ header: UnsafeRawBufferPointer) -> Bool {
    let empty = UnsafeRawBufferPointer(start: nil, count: 0)
    if RegisterFile.kind(fileName: fileName, header: empty) != nil { return true }
    let line = String(decoding: header.prefix { $0 != 0x0A }, as: UTF8.self).lowercased()
    return ["名录", "权利人", "list", "owner"].contains { line.contains($0) }
  }
}
