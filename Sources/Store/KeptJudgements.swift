import GRDB

/// One of the two sets of judgements that a store keeps from night to night.
struct KeptJudgements: Sendable {
  /// Where the database keeps the context of the last judgement.
  var contextKey: String
  /// Is set while a judgement of everything has not been published.
  var unpublishedKey: String
  /// All that is derived by judging.
  var tables: [String]
  /// The one of them with a row per judgement.
  var judged: String

  static let inventions = KeptJudgements(
    contextKey: "judged-context", unpublishedKey: "judged-unpublished",
    tables: DerivedTables.tables + DerivedTables.tablesByKey, judged: "judged")
  static let marks = KeptJudgements(
    contextKey: "marks-context", unpublishedKey: "marks-unpublished",
    tables: ["mark_holder", "mark", "judged_mark"], judged: "judged_mark")

  /// As a list of SQL literals.
  static let unpublishedKeys = "'\(inventions.unpublishedKey)', '\(marks.unpublishedKey)'"
}

extension Database {
  /// Empties the derived tables of what may have changed, lets `body` fill them and remembers the
  /// context.
  ///
  /// - Parameter collect: fills the list of work where not everything is judged again, and deletes what
  ///   was derived of it.
  /// - Returns: how many judgements were kept.
  func rejudge(
    _ kept: KeptJudgements, in database: IPDatabase, context: String,
    collect: (Database) throws -> Void, _ body: (DerivedTables, RawTables) throws -> Void
  ) throws -> Int {
    // A judgement of everything that no run has published yet is made as a whole again, since what
    // the files of its night gave is told with it.
    let isFull =
      try setting(kept.contextKey) != context || setting(kept.unpublishedKey) != nil
    if isFull {
      try set(kept.unpublishedKey, "1")
      for table in kept.tables { try execute(sql: "DELETE FROM \(table)") }
    } else {
      try collect(self)
    }
    let count = try Int.fetchOne(self, sql: "SELECT COUNT(*) FROM \(kept.judged)") ?? 0
    try body(
      DerivedTables(self), RawTables(database: database, db: self, scope: isFull ? .all : .work))
    try set(kept.contextKey, context)
    return count
  }
}
