import GRDB

/// That `latest` was rolled back, until a run moves it on.
package struct RollbackMark: Sendable, Hashable {
  /// The run that it was rolled back to.
  package var run: String
  /// The run that it led to; nil where it led to none.
  package var before: String?
  /// ISO 8601 instant.
  package var instant: String

  package init(run: String, before: String?, instant: String) {
    self.run = run
    self.before = before
    self.instant = instant
  }
}

extension IPDatabase {
  package func rollbackMark() throws -> RollbackMark? {
    let text = try queue.read { db in
      try String.fetchOne(db, sql: "SELECT value FROM workspace WHERE key = 'rolled-back'")
    }
    let parts = text?.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let parts, parts.count == 3 else { return nil }
    return RollbackMark(
      run: parts[0], before: parts[1].isEmpty ? nil : parts[1], instant: parts[2])
  }

  /// - Parameter mark: nil once a run has moved `latest` on.
  package func setRollbackMark(_ mark: RollbackMark?) throws {
    try queue.write { db in
      guard let mark else {
        return try db.execute(sql: "DELETE FROM workspace WHERE key = 'rolled-back'")
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO workspace(key, value) VALUES ('rolled-back', ?)",
        arguments: ["\(mark.run) \(mark.before ?? "") \(mark.instant)"])
    }
  }
}
