import GRDB

/// A row of `mark`: one mark in one class as judged at the cut-off.
package struct DerivedMark: Hashable, Sendable {
  /// A holder who lives in the region.
  package struct LocalHolder: Hashable, Sendable {
    package var key: String
    package var kind: String
    package var county: String

    package init(key: String, kind: String, county: String) {
      self.key = key
      self.kind = kind
      self.county = county
    }
  }

  package var office: String
  package var number: String
  /// Nil where the record names no class.
  package var niceClass: Int?
  package var name: String?
  package var kind: String?
  package var holder: String?
  /// Joined by `;`.
  package var coHolders = ""
  package var address: String?
  /// `region`, `unresolved`, or `elsewhere` for a mark of which only a co-holder is of the region.
  package var place: String
  package var region: String?
  package var county: String?
  package var filingDate: String?
  package var registrationDate: String?
  package var expiryDate: String?
  package var state: String
  /// `renewal` or `grace`.
  package var period: String?
  package var periodEnd: String?
  package var isGeographicalIndication = false
  package var isWellKnown = false
  package var isOutgoing = false
  package var edition: String?
  /// Joined by `;`.
  package var groups = ""
  /// In Chinese.
  package var missing: String?
  /// File, member and row or offset of the record that the case rests on.
  package var source = ""
  package var format: String
  package var localHolders: [LocalHolder] = []

  package init(office: String, number: String, place: String, state: String, format: String) {
    self.office = office
    self.number = number
    self.place = place
    self.state = state
    self.format = format
  }
}

extension DerivedTables {
  /// Adds one mark in one class and its holders of the region.
  package func insert(_ mark: DerivedMark) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO mark VALUES
          (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      mark.office, mark.number, mark.niceClass ?? 0, mark.name, mark.kind, mark.holder,
      mark.coHolders, mark.address, mark.place, mark.region, mark.county, mark.filingDate,
      mark.registrationDate, mark.expiryDate, mark.state, mark.period, mark.periodEnd,
      mark.isGeographicalIndication, mark.isWellKnown, mark.isOutgoing, mark.edition,
      mark.groups, mark.missing, mark.source, mark.format,
    ])
    let holder = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO mark_holder VALUES (?, ?, ?, ?, ?, ?)")
    for item in mark.localHolders {
      try holder.execute(arguments: [
        mark.office, mark.number, mark.niceClass ?? 0, item.key, item.kind, item.county,
      ])
    }
  }
}

extension IPDatabase {
  /// Empties the derived tables of marks and lets `body` fill them from the raw ones, in one
  /// transaction.
  package func rewriteMarks(_ body: (DerivedTables, RawTables) throws -> Void) throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM mark_holder; DELETE FROM mark")
      try body(DerivedTables(db), RawTables(database: self, db: db))
    }
  }
}
