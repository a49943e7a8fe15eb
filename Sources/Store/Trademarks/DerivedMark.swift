import GRDB
import Records

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

  package var row: MarkRow
  /// `region`, `unresolved`, or `elsewhere` for a mark of which only a co-holder is of the region.
  package var place: String
  package var isOutgoing = false
  package var format: String
  package var localHolders: [LocalHolder] = []

  package init(_ row: MarkRow, place: String, format: String) {
    self.row = row
    self.place = place
    self.format = format
  }
}

/// All classes of one mark as a run judged them, and the days between which that holds.
package struct JudgedMark: Sendable {
  package var office: String
  package var number: String
  package var validity: JudgedApplication.Validity
  package var marks: [DerivedMark]

  package init(
    office: String, number: String, validity: JudgedApplication.Validity, marks: [DerivedMark]
  ) {
    self.office = office
    self.number = number
    self.validity = validity
    self.marks = marks
  }
}

extension DerivedTables {
  /// Adds one judged mark; what was derived of it before must be gone.
  package func insert(_ item: JudgedMark) throws {
    try db.cachedStatement(sql: "INSERT INTO judged_mark VALUES (?, ?, ?, ?)").execute(
      arguments: [
        item.office, item.number, item.validity.from.map { Int($0.number) },
        item.validity.until.map { Int($0.number) },
      ])
    for mark in item.marks { try insert(mark) }
  }

  /// Adds one mark in one class and its holders of the region.
  private func insert(_ mark: DerivedMark) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO mark VALUES
          (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let row = mark.row
    try statement.execute(arguments: [
      row.office, row.number, row.niceClass ?? 0, row.name, row.kind, row.holder, row.coHolders,
      row.address, mark.place, row.region, row.county, row.filingDate, row.registrationDate,
      row.expiryDate, row.state, row.period, row.periodEnd, row.isGeographicalIndication,
      row.isWellKnown, mark.isOutgoing, row.edition, row.groups, row.missing, row.source,
      mark.format,
    ])
    let holder = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO mark_holder VALUES (?, ?, ?, ?, ?, ?)")
    for item in mark.localHolders {
      try holder.execute(arguments: [
        row.office, row.number, row.niceClass ?? 0, item.key, item.kind, item.county,
      ])
    }
  }
}

extension MarkRow {
  /// A row of `mark`.
  package init(_ row: Row) {
    self.init(office: row["office"], number: row["number"], state: row["state"])
    let niceClass: Int = row["class"]
    self.niceClass = niceClass == 0 ? nil : niceClass
    name = row["name"]
    kind = row["kind"]
    holder = row["holder"]
    coHolders = row["co_holders"]
    address = row["address"]
    region = row["region"]
    county = row["county"]
    filingDate = row["filing_date"]
    registrationDate = row["registration_date"]
    expiryDate = row["expiry_date"]
    period = row["period"]
    periodEnd = row["period_end"]
    isGeographicalIndication = row["geographical"]
    isWellKnown = row["well_known"]
    edition = row["edition"]
    groups = row["groups"]
    missing = row["missing"]
    source = row["source"]
  }
}
