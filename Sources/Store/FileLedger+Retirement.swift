import GRDB

extension IPDatabase {
  /// Takes files out of count: their rows of registers count no more, and their rejects are closed.
  ///
  /// For files that gave no record, and for registers that another content has replaced;
  /// publications and events of exports stay. A file that comes back is read again.
  package func retire(_ files: [LedgerFile]) throws {
    guard !files.isEmpty else { return }
    try queue.write { db in
      for file in files {
        try db.touchApplications(of: file.id)
        try db.execute(sql: "DELETE FROM reject WHERE file = ?", arguments: [file.id])
        try db.execute(sql: "UPDATE file SET current = 0 WHERE id = ?", arguments: [file.id])
      }
    }
  }
}
