import GRDB

/// A run that published: a row of `ipatlas history`.
package struct LedgerRun: Sendable, Hashable {
  package var id: String
  package var plan: String
  package var asOf: String
  package var tool: String
  /// ISO 8601 instants in UTC.
  package var started: String
  package var finished: String
  package var records: Int
  package var rejected: Int
  /// Says nothing where ``value`` is nil.
  package var count: Int
  /// Nil where the figure was not known.
  package var value: Double?
  /// The published folder, relative to the plan's root where it lies below.
  package var published: String

  package init(
    id: String, plan: String, asOf: String, tool: String, started: String, finished: String,
    records: Int, rejected: Int, count: Int, value: Double?, published: String
  ) {
    self.id = id
    self.plan = plan
    self.asOf = asOf
    self.tool = tool
    self.started = started
    self.finished = finished
    self.records = records
    self.rejected = rejected
    self.count = count
    self.value = value
    self.published = published
  }
}

extension IPDatabase {
  /// Adds a run that has published and whose own the derived tables are, and notes that what was read
  /// since the last one is in it.
  package func add(_ run: LedgerRun) throws {
    try queue.write { db in
      try db.execute(sql: "UPDATE file SET run = ? WHERE run IS NULL", arguments: [run.id])
      try db.execute(
        sql: """
          DELETE FROM touched;
          DELETE FROM touched_mark;
          DELETE FROM workspace WHERE key IN (\(KeptJudgements.unpublishedKeys));
          """)
      try db.execute(
        sql: """
          INSERT INTO run(id, plan, as_of, tool, started, finished, records, rejected, count,
            value, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.id, run.plan, run.asOf, run.tool, run.started, run.finished, run.records,
          run.rejected, run.count, run.value, run.published,
        ])
    }
  }

  /// Whether something was touched that no published run has judged.
  package func hasUnsettledJudgements() throws -> Bool {
    try queue.read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM touched) OR EXISTS (SELECT 1 FROM touched_mark)
            OR EXISTS (SELECT 1 FROM workspace WHERE key IN (\(KeptJudgements.unpublishedKeys)))
          """) ?? false
    }
  }

  /// All runs, oldest first.
  package func runs() throws -> [LedgerRun] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY sequence").map { row in
        LedgerRun(
          id: row["id"], plan: row["plan"], asOf: row["as_of"], tool: row["tool"],
          started: row["started"], finished: row["finished"], records: row["records"],
          rejected: row["rejected"], count: row["count"], value: row["value"],
          published: row["published"])
      }
    }
  }
}
