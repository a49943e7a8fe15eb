import Formats
import Records

/// Recognises the office's own tables among the inputs.
package struct RegisterTables: TableFormat {
  package init() {}

  package func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable? {
    guard let kind = RegisterFile.kind(fileName: fileName, header: header) else {
      return CnipaTrademark.table(fileName: fileName, header: header)
    }
    return RecognisedTable(id: kind.rawValue) { RegisterFile.reader(of: kind) }
  }
}
