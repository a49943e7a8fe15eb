import GRDB
import Records

/// Rewrites the derived tables within one transaction: either the new judgement stands, or the old.
package final class DerivedTables {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Adds one dossier and its labels.
  package func insert(_ dossier: DerivedDossier) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO dossier VALUES
          (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      dossier.applicationNumber, dossier.standing, dossier.place, dossier.region, dossier.county,
      dossier.publicationNumber, dossier.title, dossier.owner, dossier.address, dossier.filingDate,
      dossier.grantDate, dossier.mainIPC, dossier.isInBase, dossier.isHighValue,
      dossier.mayBeHighValue, dossier.combination, dossier.industryCodes, dossier.countsByIPCOnly,
      dossier.countsWithKeywords, dossier.countsThroughTransfer, dossier.missing, dossier.evidence,
    ])
    let label = try db.cachedStatement(sql: "INSERT INTO label VALUES (?, ?, ?, ?)")
    for item in dossier.labels {
      try label.execute(arguments: [
        dossier.applicationNumber, item.criterion, item.verdict, item.missing,
      ])
    }
  }
}

/// The raw tables as a judgement reads them, within the transaction that writes the derived ones.
package struct RawTables {
  let database: IPDatabase
  let db: Database

  /// Gives every application with all its records, in the order of application keys.
  ///
  /// - Parameter unmatched: is given the rows of registers that name none of them.
  package func forEachApplication(
    unmatched: (UnmatchedRow) -> Void, _ body: (StoredApplication) throws -> Void
  ) throws {
    try database.walk(db, condition: "", unmatched: unmatched, body)
  }

  /// The filing dates of all applications that others were divided from.
  package func filingDatesOfParents() throws -> [ApplicationNumber: CalendarDay] {
    var dates: [ApplicationNumber: CalendarDay] = [:]
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT p.application AS application,
          MIN(COALESCE(p.filed_internationally, p.filed)) AS filed
        FROM publication p WHERE p.application IN
          (SELECT parent FROM publication WHERE parent IS NOT NULL)
        GROUP BY p.application
        """)
    while let row = try cursor.next() {
      if let number = ApplicationNumber(key: row["application"]),
        let filed = (row["filed"] as Int?).flatMap({ CalendarDay(number: $0) })
      {
        dates[number] = filed
      }
    }
    return dates
  }
}

extension IPDatabase {
  /// Empties the derived tables and lets `body` fill them from the raw ones, in one transaction.
  package func rewriteDerivedTables(
    _ body: (DerivedTables, RawTables) throws -> Void
  ) throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM label; DELETE FROM dossier")
      try body(DerivedTables(db), RawTables(database: self, db: db))
    }
  }

  /// Lets `body` read the raw tables.
  package func readRawTables<T>(_ body: (RawTables) throws -> T) throws -> T {
    try queue.read { db in try body(RawTables(database: self, db: db)) }
  }

  /// Runs a query over the derived tables, giving each row to `body`.
  package func query(_ sql: String, _ body: (Row) throws -> Void) throws {
    try queue.read { db in
      let cursor = try Row.fetchCursor(db, sql: sql)
      while let row = try cursor.next() { try body(row) }
    }
  }
}
