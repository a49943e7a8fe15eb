import GRDB
import Records

extension IPDatabase {
  /// The rows of the registers behind indicator 1 that name nothing that was delivered: of each
  /// application the first row, and each row that names a publication.
  ///
  /// As long as no register changes, only what was unmatched before is looked at again.
  package func unmatchedRows() throws -> [UnmatchedRow] {
    try queue.write { db in
      let isKnown = try db.setting(Database.unmatchedAreKnown) != nil
      let rows =
        try unmatched(PledgeRow.self, db, isKnown: isKnown)
        + unmatched(AwardRow.self, db, isKnown: isKnown)
        + unmatched(FamilyRow.self, db, isKnown: isKnown)
        + unmatched(IndustryDecisionRow.self, db, isKnown: isKnown)
      try db.set(Database.unmatchedAreKnown, "1")
      return rows
    }
  }

  private func unmatched<Item: StoredRegisterRow>(
    _ type: Item.Type, _ db: Database, isKnown: Bool
  ) throws -> [UnmatchedRow] {
    let table = Item.table.rawValue
    if !isKnown {
      try db.execute(
        sql: """
          DELETE FROM unmatched WHERE register = '\(table)';
          INSERT INTO unmatched SELECT '\(table)', row FROM
            (\(RegisterStream<Item>.query(of: "(SELECT rowid AS row, * FROM \(table)) t"))) r
          WHERE \(IPDatabase.isUnmatched)
          """)
    }
    let known = "unmatched u CROSS JOIN \(table) t ON t.rowid = u.row AND u.register = '\(table)'"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT * FROM (\(RegisterStream<Item>.query(of: known))) r
        WHERE \(IPDatabase.isUnmatched) ORDER BY application, path, file, archive_member, position
        """)
    var found: [UnmatchedRow] = []
    var last: Int64?
    while let row = try rows.next() {
      let key: Int64? = row["application"]
      if key == nil || key != last {
        let columns = RegisterColumns(row, of: Item.table)
        found.append(
          UnmatchedRow(
            register: Item.table.registerID, number: try columns.patent().storedText,
            source: columns.source))
      }
      last = key
    }
    return found
  }

  private static let isUnmatched = """
    (r.application IS NULL
      OR (NOT EXISTS (SELECT 1 FROM publication p WHERE p.application = r.application)
        AND NOT EXISTS (SELECT 1 FROM event e WHERE e.application = r.application)))
    """
}

extension Database {
  /// The setting that says that the table `unmatched` holds all rows that may be unmatched.
  static let unmatchedAreKnown = "unmatched-known"

  func forgetUnmatched() throws {
    try execute(
      sql: "DELETE FROM workspace WHERE key = ?", arguments: [Database.unmatchedAreKnown])
  }
}
