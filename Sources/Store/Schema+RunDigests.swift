extension Schema {
  /// The SHA-256 of each published run's own record, `run.json`, which no other file has.
  static let runDigests = """
    CREATE TABLE run_digest(run TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
    """
}
