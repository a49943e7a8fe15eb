import GRDB
import Records

/// Writes the derived tables within one transaction: either the new judgement stands, or the old.
package final class DerivedTables {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Adds one judged application; what was derived of it before must be gone.
  package func insert(_ item: JudgedApplication) throws {
    if let validity = item.validity {
      let flags = (item.mayBeOfRegion ? 1 : 0) + (item.hasPledgeEvents ? 2 : 0)
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO judged VALUES (?, ?, ?, ?)").execute(
        arguments: [
          item.application.key, validity.from.map { Int($0.number) },
          validity.until.map { Int($0.number) }, flags,
        ])
    }
    for event in item.unclassified {
      try db.cachedStatement(sql: "INSERT INTO unclassified VALUES (?, ?, ?, ?)").execute(
        arguments: [item.application.key, event.code, event.name, event.count])
    }
    if let dossier = item.dossier { try insert(dossier) }
    for presence in item.presences {
      try db.cachedStatement(sql: "INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?)").execute(
        arguments: [
          item.application.canonical, presence.from, presence.until, presence.endPublishedOn,
          presence.isLapse, presence.highValueFrom,
        ])
    }
    if let readings = item.readings {
      try db.cachedStatement(sql: "INSERT INTO reading VALUES (?, ?, ?)").execute(
        arguments: [item.application.canonical, readings.base, readings.counts])
    }
  }

  private func insert(_ dossier: DerivedDossier) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO dossier VALUES
          (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      dossier.applicationNumber, dossier.standing, dossier.place, dossier.region, dossier.county,
      dossier.publicationNumber, dossier.title, dossier.owner, dossier.address, dossier.filingDate,
      dossier.grantDate, dossier.mainIPC, dossier.isInBase, dossier.isHighValue,
      dossier.mayBeHighValue, dossier.combination,
      dossier.labels.map { $0.verdict }.joined(separator: ";"), dossier.industryCodes,
      dossier.countsByIPCOnly, dossier.countsWithKeywords, dossier.countsThroughTransfer,
      dossier.malformedSymbols, dossier.missing,
    ])
    if let evidence = dossier.evidence {
      try db.cachedStatement(sql: "INSERT INTO evidence VALUES (?, ?)").execute(
        arguments: [dossier.applicationNumber, evidence])
    }
    let label = try db.cachedStatement(sql: "INSERT INTO label VALUES (?, ?, ?, ?)")
    for item in dossier.labels {
      try label.execute(arguments: [
        dossier.applicationNumber, item.criterion, item.verdict, item.missing,
      ])
    }
    for item in dossier.disagreements {
      try db.cachedStatement(
        sql: "INSERT INTO family_disagreement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        dossier.applicationNumber, item.member, item.kind, item.registerValue,
        item.registerSource?.file, item.registerSource?.member, item.registerSource?.offset,
        item.bulkValue, item.bulkSource.file, item.bulkSource.member, item.bulkSource.offset,
      ])
    }
  }

  /// The tables that hold what was derived of applications, by number in words and by key.
  static let tables = [
    "label", "dossier", "evidence", "presence", "reading", "family_disagreement",
  ]
  static let tablesByKey = ["judged", "unclassified"]
}

/// The raw tables as a judgement reads them, within the transaction that writes the derived ones.
package struct RawTables {
  let database: IPDatabase
  let db: Database
  let scope: IPDatabase.Walk

  /// Gives every application in question with all its records, in the order of application keys.
  package func forEachApplication(_ body: (StoredApplication) throws -> Void) throws {
    try database.walk(db, scope, body)
  }
}

/// What a judgement rests on beside the records of the applications.
package struct JudgementGround: Sendable {
  /// The run that is judged for: the one of which the derived tables are, until the next.
  package var run: String
  /// The day at which applications are judged.
  package var cutOff: CalendarDay
  /// Everything that decides all judgements alike: plan, tables, tool, registers loaded. Where it
  /// differs from that of the last judgement, all applications are judged again.
  package var context: String
  /// All pledge contracts: one application's contract is known from the rows of others. Where it
  /// differs, the applications with pledges are judged again.
  package var contracts: String

  package init(run: String, cutOff: CalendarDay, context: String, contracts: String) {
    self.run = run
    self.cutOff = cutOff
    self.context = context
    self.contracts = contracts
  }
}

extension IPDatabase {
  /// Empties the derived tables of what may have changed and lets `body` fill them from the raw ones,
  /// in one transaction.
  ///
  /// Judged again are applications that were touched, those divided from them, and those whose last
  /// judgement does not hold on the cut-off; all of them where the ground has changed.
  ///
  /// - Returns: how many judgements of inventions were kept.
  package func rejudge(
    on ground: JudgementGround, _ body: (DerivedTables, RawTables) throws -> Void
  ) throws -> Int {
    try queue.write { db in
      let kept = try db.rejudge(
        .inventions, in: self, context: ground.context,
        collect: {
          try $0.collectWork(on: ground)
          try $0.deleteDerivedOfWork()
        }, body)
      try db.set("judged-contracts", ground.contracts)
      try db.set(IPDatabase.judgedRunKey, ground.run)
      return kept
    }
  }

  private static let judgedRunKey = "judged-run"

  /// The run that the derived tables are of.
  package func judgedRun() throws -> String? {
    try queue.read { try $0.setting(IPDatabase.judgedRunKey) }
  }

  /// Lets `body` read the raw tables.
  package func readRawTables<T>(_ body: (RawTables) throws -> T) throws -> T {
    try queue.read { db in try body(RawTables(database: self, db: db, scope: .all)) }
  }

  /// Runs a query over the derived tables, giving each row to `body`.
  package func query(_ sql: String, _ body: (Row) throws -> Void) throws {
    try queue.read { db in
      let cursor = try Row.fetchCursor(db, sql: sql)
      while let row = try cursor.next() { try body(row) }
    }
  }
}

extension Database {
  func setting(_ key: String) throws -> String? {
    try String.fetchOne(self, sql: "SELECT value FROM workspace WHERE key = ?", arguments: [key])
  }

  func set(_ key: String, _ value: String) throws {
    try execute(
      sql: "INSERT OR REPLACE INTO workspace(key, value) VALUES (?, ?)", arguments: [key, value])
  }

  /// Fills the temporary table `work` with the applications to judge again.
  fileprivate func collectWork(on ground: JudgementGround) throws {
    try execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS work(application INTEGER PRIMARY KEY);
        DELETE FROM temp.work;
        INSERT INTO temp.work SELECT application FROM touched;
        INSERT OR IGNORE INTO temp.work SELECT application FROM judged
          WHERE valid_from > \(ground.cutOff.number) OR valid_until <= \(ground.cutOff.number);
        """)
    if try setting("judged-contracts") != ground.contracts {
      try execute(
        sql: """
          INSERT OR IGNORE INTO temp.work SELECT application FROM judged WHERE flags & 2 = 2;
          INSERT OR IGNORE INTO temp.work SELECT application FROM
            (\(RegisterStream<PledgeRow>.query())) WHERE application IS NOT NULL;
          """)
    }
    // The term of a divisional application runs from its parent's filing date.
    try execute(
      sql: """
        INSERT OR IGNORE INTO temp.work SELECT p.application
          FROM temp.work w JOIN publication p ON p.parent = w.application
          WHERE p.parent IS NOT NULL
        """)
  }

  /// Deletes what was derived of the work's applications, be they still there or not.
  fileprivate func deleteDerivedOfWork() throws {
    let keys = try Int64.fetchAll(self, sql: "SELECT application FROM temp.work")
    for key in keys {
      guard let number = ApplicationNumber(key: key) else {
        throw StoreError.damaged(table: "judged", column: "application", value: String(key))
      }
      for table in DerivedTables.tables {
        try cachedStatement(sql: "DELETE FROM \(table) WHERE application_no = ?").execute(
          arguments: [number.canonical])
      }
      for table in DerivedTables.tablesByKey {
        try cachedStatement(sql: "DELETE FROM \(table) WHERE application = ?").execute(
          arguments: [key])
      }
    }
  }
}
