import GRDB

/// One file that has been read: what it was, where it lay, what it gave.
package struct LedgerFile: Sendable, Hashable {
  package var id: Int64
  package var path: String
  package var sha256: String
  package var bytes: Int64
  package var modified: Int64
  package var inode: Int64
  package var reader: String
  package var run: String
  package var records: Int
  package var stubbed: Int
  package var rejected: Int
  /// Whether the rows still count: a newer version of the same register replaces the older one.
  package var isCurrent: Bool
  /// The reader's summary as JSON: formats, encodings, members ignored.
  package var summary: String
}

extension IPDatabase {
  /// All files read so far, in the order of their paths.
  package func files() throws -> [LedgerFile] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM file ORDER BY path, id").map { row in
        LedgerFile(
          id: row["id"], path: row["path"], sha256: row["sha256"], bytes: row["bytes"],
          modified: row["modified"], inode: row["inode"], reader: row["reader"], run: row["run"],
          records: row["records"], stubbed: row["stubbed"], rejected: row["rejected"],
          isCurrent: row["current"], summary: row["summary"])
      }
    }
  }

  /// Notes that a file with known content now lies elsewhere or was touched.
  package func touch(file id: Int64, path: String, modified: Int64, inode: Int64) throws {
    try queue.write { db in
      try db.execute(
        sql: "UPDATE file SET path = ?, modified = ?, inode = ? WHERE id = ?",
        arguments: [path, modified, inode, id])
    }
  }

  /// A small fact of the workspace, such as the number of runs since the last full check.
  package func fact(_ key: String) throws -> String? {
    try queue.read { db in
      try String.fetchOne(db, sql: "SELECT value FROM workspace WHERE key = ?", arguments: [key])
    }
  }

  package func setFact(_ key: String, _ value: String) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO workspace(key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }
}
