import GRDB

extension IPDatabase {
  /// Notes the SHA-256 of a run's record as it is about to be published, whatever stood there.
  package func setDigest(_ sha256: String, ofRun run: String) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO run_digest VALUES (?, ?)", arguments: [run, sha256])
    }
  }

  /// Notes the SHA-256 of a record that is published already, unless one is known: a workspace that is
  /// filled again takes the record as it finds it.
  package func keepDigest(_ sha256: String, ofRun run: String) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO run_digest VALUES (?, ?)", arguments: [run, sha256])
    }
  }

  /// The SHA-256 of a run's record; nil for runs that another workspace or an older version published.
  package func digest(ofRun run: String) throws -> String? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT sha256 FROM run_digest WHERE run = ?", arguments: [run])
    }
  }
}
