import GRDB

/// One attempt of a run: a row of `ipatlas history`.
package struct LedgerAttempt: Sendable, Hashable {
  package enum Outcome: String, Sendable, CaseIterable {
    case published
    /// The folder that a killed run had completed was linked and noted.
    case recovered
    case nothingNew = "nothing-new"
    case failed
    /// It never ended: the next attempt found it so.
    case killed
  }

  /// Grows with every attempt, whatever the clock says.
  package var sequence: Int64 = 0
  package var plan: String
  package var asOf: String
  package var tool: String
  package var host: String?
  /// ISO 8601 instants in UTC.
  package var started: String
  /// Nil while it is under way, and where it was killed.
  package var ended: String?
  /// Nil while it is under way.
  package var outcome: Outcome?
  /// The stage it is in or ended in; nil once it has gone through all.
  package var stage: String?
  package var run: String?
  /// Why nothing was published, as a word for programs.
  package var code: String?
  /// Why nothing was published, as a line for people.
  package var reason: String?
  /// Files among the inputs.
  package var files: Int?
  /// Records of the files read since the last published run, rejected ones included.
  package var records: Int?
  package var rejected: Int?
  /// Nil where the figure was not known.
  package var count: Int?
  package var value: Double?
  package var published: String?
  /// What decides the results, as resolved: one `key: value` a line.
  package var settings: String?
  /// One `id: digest` a line.
  package var tables: String?
  /// A JSON list.
  package var stages: String?

  package init(
    plan: String, asOf: String, tool: String, host: String? = nil, started: String
  ) {
    self.plan = plan
    self.asOf = asOf
    self.tool = tool
    self.host = host
    self.started = started
  }

  /// Whether readers were left with this run's result.
  package var isGood: Bool {
    outcome == .published || outcome == .recovered || outcome == .nothingNew
  }

  fileprivate init(_ row: Row) throws {
    sequence = row["sequence"]
    plan = row["plan"]
    asOf = row["as_of"]
    tool = row["tool"]
    host = row["host"]
    started = row["started"]
    ended = row["ended"]
    outcome = try (row["outcome"] as String?).map { text in
      guard let known = Outcome(rawValue: text) else {
        throw StoreError.damaged(table: "attempt", column: "outcome", value: text)
      }
      return known
    }
    stage = row["stage"]
    run = row["run"]
    code = row["code"]
    reason = row["reason"]
    files = row["files"]
    records = row["records"]
    rejected = row["rejected"]
    count = row["count"]
    value = row["value"]
    published = row["published"]
    settings = row["settings"]
    tables = row["tables"]
    stages = row["stages"]
  }
}

extension IPDatabase {
  /// Notes that an attempt has begun; gives its sequence number.
  ///
  /// Whoever calls holds the workspace, so what is still open was killed and is closed as such.
  package func begin(_ attempt: LedgerAttempt) throws -> Int64 {
    try queue.write { db in
      try db.execute(
        sql: "UPDATE attempt SET outcome = ? WHERE outcome IS NULL",
        arguments: [LedgerAttempt.Outcome.killed.rawValue])
      try db.execute(
        sql: """
          INSERT INTO attempt(plan, as_of, tool, host, started, stage)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          attempt.plan, attempt.asOf, attempt.tool, attempt.host, attempt.started, attempt.stage,
        ])
      return db.lastInsertedRowID
    }
  }

  /// Writes what is known of an attempt by now, by its sequence number.
  package func update(_ attempt: LedgerAttempt) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          UPDATE attempt SET ended = ?, outcome = ?, stage = ?, run = ?, code = ?, reason = ?,
            files = ?, records = ?, rejected = ?, count = ?, value = ?, published = ?,
            settings = ?, tables = ?, stages = ?
          WHERE sequence = ?
          """,
        arguments: [
          attempt.ended, attempt.outcome?.rawValue, attempt.stage, attempt.run, attempt.code,
          attempt.reason, attempt.files, attempt.records, attempt.rejected, attempt.count,
          attempt.value, attempt.published, attempt.settings, attempt.tables, attempt.stages,
          attempt.sequence,
        ])
    }
  }

  /// All attempts, oldest first; the order is that in which they began, not that of the clock.
  package func attempts() throws -> [LedgerAttempt] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM attempt ORDER BY sequence").map {
        try LedgerAttempt($0)
      }
    }
  }
}
