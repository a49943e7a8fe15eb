import GRDB
import Records

/// All current rows of the registers behind indicator 1; they come by the thousand and are held in
/// memory. ``IPDatabase/rows(of:)`` reads the others.
package struct Registers: Sendable {
  package var pledges: [PledgeRow] = []
  package var awards: [AwardRow] = []
  package var families: [FamilyRow] = []
  package var population: [PopulationRow] = []
  package var decisions: [IndustryDecisionRow] = []
}

extension IPDatabase {
  /// Reads the rows of all current register files, in the order of path and row.
  package func registers() throws -> Registers {
    try queue.read { db in
      var registers = Registers()
      func rows(_ table: String, _ body: (Row, Source) throws -> Void) throws {
        let cursor = try Row.fetchCursor(
          db,
          sql: """
            SELECT t.*, f.path AS path FROM \(table) t JOIN file f ON f.id = t.file
            WHERE f.current = 1 ORDER BY f.path, f.id, t.position
            """)
        while let row = try cursor.next() {
          let position: Int = row["position"]
          let source = Source(file: row["path"], offset: position, record: String(position))
          try body(row, source)
        }
      }
      func patent(_ row: Row, _ table: String) throws -> PatentNumber {
        let text: String = row["patent"]
        guard let number = try? PatentNumber(parsing: text) else {
          throw StoreError.damaged(table: table, column: "patent", value: text)
        }
        return number
      }
      func day(_ row: Row, _ column: String) -> CalendarDay? {
        (row[column] as Int?).flatMap { CalendarDay(number: $0) }
      }
      try rows("pledge") { row, source in
        guard let registeredOn = day(row, "registered") else {
          throw StoreError.damaged(
            table: "pledge", column: "registered", value: source.record ?? "")
        }
        registers.pledges.append(
          PledgeRow(
            source: source, registrationNumber: row["registration"],
            patent: try patent(row, "pledge"), pledgor: row["pledgor"], pledgee: row["pledgee"],
            registeredOn: registeredOn, releasedOn: day(row, "released"),
            amountInYuan: row["amount"]))
      }
      try rows("award") { row, source in
        registers.awards.append(
          AwardRow(
            source: source, patent: try patent(row, "award"), award: row["award"],
            level: row["level"], year: row["year"], session: row["session"], link: row["link"],
            origin: row["origin"]))
      }
      try rows("family_member") { row, source in
        registers.families.append(
          FamilyRow(
            source: source, patent: try patent(row, "family_member"),
            memberPublication: row["member"], memberCountry: row["country"],
            granted: row["granted"], grantedOn: day(row, "granted_on"),
            ceasedOn: day(row, "ceased_on"),
            familyKind: FamilyRow.FamilyKind(rawValue: row["family_kind"]) ?? .simple,
            checkedOn: day(row, "checked_on")))
      }
      try rows("population") { row, source in
        guard let region = RegionCode(number: row["region"]) else {
          throw StoreError.damaged(
            table: "population", column: "region", value: source.record ?? "")
        }
        registers.population.append(
          PopulationRow(
            source: source, region: region, year: row["year"], persons: row["persons"],
            origin: row["origin"]))
      }
      try rows("industry_decision") { row, source in
        registers.decisions.append(
          IndustryDecisionRow(
            source: source, patent: try patent(row, "industry_decision"),
            industryCode: row["industry"], belongs: row["belongs"], decidedBy: row["decided_by"],
            decidedOn: day(row, "decided_on"), reason: row["reason"]))
      }
      return registers
    }
  }

  /// The rows of registers that each file gave, counted in the tables themselves.
  package func registerRowCounts() throws -> [Int64: Int] {
    try queue.read { db in
      var counts: [Int64: Int] = [:]
      for table in RegisterTable.allCases {
        for row in try Row.fetchAll(
          db, sql: "SELECT file, COUNT(*) AS rows FROM \(table.rawValue) GROUP BY file")
        {
          counts[row["file"], default: 0] += row["rows"] as Int
        }
      }
      return counts
    }
  }

  /// The application numbers of publications, for register rows that name a publication.
  package func applications(
    ofPublications numbers: [PublicationNumber]
  ) throws -> [PublicationNumber: ApplicationNumber] {
    guard !numbers.isEmpty else { return [:] }
    return try queue.read { db in
      var found: [PublicationNumber: ApplicationNumber] = [:]
      let wanted = Dictionary(
        numbers.map { ($0.canonical, $0) }, uniquingKeysWith: { first, _ in first })
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT number, MIN(application) AS application FROM publication GROUP BY number")
      while let row = try cursor.next() {
        if let number = wanted[row["number"]],
          let application = ApplicationNumber(key: row["application"])
        {
          found[number] = application
        }
      }
      return found
    }
  }
}
