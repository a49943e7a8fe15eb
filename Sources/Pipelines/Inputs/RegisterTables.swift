import Formats
import Records

/// Recognises the office's own tables among the inputs.
package struct RegisterTables: TableFormat {
  package init() {}

  package func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable? {
    if let workbook = RegisterWorkbook.table(fileName: fileName, header: header) {
      return workbook
    }
    guard let kind = RegisterFile.kind(fileName: fileName, header: header) else { return nil }
    return RecognisedTable(id: kind.rawValue) { RegisterFile.reader(of: kind) }
  }
}
