import GRDB
import Records

/// A register's row as a table of its own keeps it: file, position, and the row's columns.
package protocol StoredRegisterRow: Sendable {
  static var table: RegisterTable { get }
  var source: Source { get }
  /// The values of the table's columns behind `file` and `position`, in their order.
  var columnValues: [(any DatabaseValueConvertible)?] { get }

  init(_ row: RegisterColumns) throws
}

extension IPDatabase {
  /// Reads the rows of one register from all current files, in the order of path and row.
  ///
  /// - Complexity: O(rows) in memory.
  package func rows<Row: StoredRegisterRow>(of type: Row.Type) throws -> [Row] {
    try queue.read { db in
      let cursor = try GRDB.Row.fetchCursor(
        db,
        sql: """
          SELECT t.*, f.path AS path FROM \(Row.table.rawValue) t JOIN file f ON f.id = t.file
          WHERE f.current = 1 ORDER BY f.path, f.id, t.position
          """)
      var rows: [Row] = []
      while let row = try cursor.next() {
        let position: Int = row["position"]
        let source = Source(file: row["path"], offset: position, record: String(position))
        rows.append(try Row(RegisterColumns(row: row, table: Row.table, source: source)))
      }
      return rows
    }
  }
}
