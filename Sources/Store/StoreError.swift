/// Why the IP database refuses to work.
package enum StoreError: Error, Sendable {
  /// The workspace belongs to another plan or region.
  case otherWorkspace(path: String, found: String, expected: String)
  /// The database was written by a newer version of the tool.
  case newerSchema(path: String)
  /// A stored value cannot be read back.
  case damaged(table: String, column: String, value: String)

  /// One line: what was found, what was expected, what to do.
  package var reason: String {
    switch self {
    case .otherWorkspace(let path, let found, let expected):
      return "workspace \(path) belongs to \(found), this plan is \(expected); "
        + "give each plan a workspace of its own with --workspace DIR"
    case .newerSchema(let path):
      return "database \(path) was written by a newer version of ipatlas; install that version, "
        + "or read the inputs again into a new workspace"
    case .damaged(let table, let column, let value):
      return "database table \(table), column \(column) holds \"\(value)\", which cannot be read "
        + "back; delete the workspace and read the inputs again"
    }
  }
}
