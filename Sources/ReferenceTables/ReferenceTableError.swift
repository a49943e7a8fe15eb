/// Why a table can't be used: what was found where, what was expected, and the way out.
package struct ReferenceTableError: Error, Hashable, Sendable {
  /// What is wrong, for programs to branch on.
  package enum Code: String, Sendable {
    case notFound = "not-found"
    case unreadable
    case notUTF8 = "not-utf-8"
    case missingColumn = "missing-column"
    case width
    case digest
    case rowCount = "row-count"
    case duplicateKey = "duplicate-key"
    case value
  }

  package let code: Code
  /// The table's id, `sei-ipc`.
  package let table: String
  /// The file, or the places searched.
  package let path: String
  /// The 1-based line number in the file, the header being 1.
  package let line: Int?
  package let message: String
  package let hint: String?

  package init(
    _ code: Code, table: String, path: String, line: Int? = nil, message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.table = table
    self.path = path
    self.line = line
    self.message = message
    self.hint = hint
  }
}

extension ReferenceTableError: CustomStringConvertible {
  package var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): table '\(table)': \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }
}
