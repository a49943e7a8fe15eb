import GRDB
import Records

/// A register's row as a table of its own keeps it: file, position, and the row's columns.
package protocol StoredRegisterRow: Sendable {
  static var table: RegisterTable { get }
  var source: Source { get }
  /// The values of the table's columns behind `file` and `position`, in their order; the last column,
  /// `archive_member`, is that of ``source``.
  var columnValues: [(any DatabaseValueConvertible)?] { get }

  init(_ row: RegisterColumns) throws
}

extension IPDatabase {
  /// Reads the rows of one register from all current files, in the order of path, member and row.
  ///
  /// - Complexity: O(rows) in memory.
  package func rows<Row: StoredRegisterRow>(of type: Row.Type) throws -> [Row] {
    var rows: [Row] = []
    try forEachRow(of: type) { rows.append($0) }
    return rows
  }

  /// Gives the same rows one by one; memory does not grow with their number.
  package func forEachRow<Row: StoredRegisterRow>(
    of type: Row.Type, _ body: (Row) throws -> Void
  ) throws {
    try queue.read { db in
      let cursor = try GRDB.Row.fetchCursor(
        db,
        sql: """
          SELECT t.*, f.path AS path FROM \(Row.table.rawValue) t JOIN file f ON f.id = t.file
          WHERE f.current = 1 ORDER BY f.path, f.id, t.archive_member, t.position
          """)
      while let row = try cursor.next() {
        try body(try Row(RegisterColumns(row, of: Row.table)))
      }
    }
  }
}
