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
  /// Adds a run that has published, and notes that what was read since the last one is in it.
  ///
  /// - Parameter isJudged: whether the derived tables are the run's own. They are not where a killed run
  ///   is noted by the next one; that one leaves the touched applications to be judged again.
  package func add(_ run: LedgerRun, isJudged: Bool) throws {
    try queue.write { db in
      try db.execute(sql: "UPDATE file SET run = ? WHERE run IS NULL", arguments: [run.id])
      if isJudged {
        try db.execute(
          sql: """
            DELETE FROM touched;
            DELETE FROM touched_mark;
            DELETE FROM workspace
              WHERE key IN ('\(KeptJudgements.inventions.unpublishedKey)',
                '\(KeptJudgements.marks.unpublishedKey)');
            """)
      }
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
