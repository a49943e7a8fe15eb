import GRDB

/// Rewrites the derived tables within one transaction: either the new judgement stands, or the old.
package final class DerivedTables {
  private let db: Database

  init(_ db: Database) { self.db = db }

  package func insert(_ dossier: DerivedDossier) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO dossier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      dossier.applicationNumber, dossier.standing, dossier.place, dossier.region, dossier.county,
      dossier.publicationNumber, dossier.title, dossier.owner, dossier.filingDate,
      dossier.grantDate, dossier.mainIPC, dossier.isInBase, dossier.isHighValue,
      dossier.mayBeHighValue, dossier.combination, dossier.industryCodes, dossier.countsByIPCOnly,
      dossier.countsWithKeywords, dossier.countsThroughTransfer, dossier.evidence,
    ])
    let label = try db.cachedStatement(sql: "INSERT INTO label VALUES (?, ?, ?, ?)")
    for item in dossier.labels {
      try label.execute(arguments: [
        dossier.applicationNumber, item.criterion, item.verdict, item.missing,
      ])
    }
  }
}

extension IPDatabase {
  /// Empties the derived tables and lets `body` fill them, all in one transaction.
  ///
  /// `body` may read the raw tables through the walker it is given.
  package func rewriteDerivedTables(
    _ body: (DerivedTables, _ walk: ((StoredApplication) throws -> Void) throws -> Void) throws
      -> Void
  ) throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM label; DELETE FROM dossier")
      try body(DerivedTables(db)) { visit in
        try self.walk(db, condition: "", visit)
      }
    }
  }

  /// Runs a query over the derived tables, giving each row to `body`.
  package func query(_ sql: String, _ body: (Row) throws -> Void) throws {
    try queue.read { db in
      let cursor = try Row.fetchCursor(db, sql: sql)
      while let row = try cursor.next() { try body(row) }
    }
  }
}
