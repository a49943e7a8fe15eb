import GRDB

/// The files that a judgement of trademarks rests on.
package struct TrademarkGround: Sendable {
  /// One line a file: its id and its path, which evidence and the order of deliveries depend on.
  package var files: String
  /// Whether a file among them has not been published yet, so that its records must be settled.
  package var hasUnpublished: Bool
}

extension IPDatabase {
  /// The files that gave trademarks or decisions on owners, as they count now.
  package func trademarkGround() throws -> TrademarkGround {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, path, run FROM file
          WHERE id IN (SELECT file FROM trademark_source)
            OR (current = 1 AND id IN (SELECT file FROM owner_decision))
          ORDER BY id
          """)
      return TrademarkGround(
        files: rows.map { "\($0["id"] as Int64) \($0["path"] as String)" }.joined(separator: "\n"),
        hasUnpublished: rows.contains { ($0["run"] as String?) == nil })
    }
  }

  /// On what the marks in the derived tables were judged; nil before the first judgement.
  package func groundOfMarks() throws -> String? {
    try queue.read { db in try db.setting("marks-ground") }
  }
}
