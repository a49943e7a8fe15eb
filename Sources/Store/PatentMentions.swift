import GRDB
import Records

/// A place that names a patent without being a record of a Chinese dossier.
package struct PatentMention: Hashable, Sendable {
  /// `register pledges`, `worldwide publication CN111000009A (docdb)`.
  package var role: String
  package var source: Source
  /// Whether the source's offset is the row of a register, not a byte.
  package var isRow = false
  /// The Chinese applications of its family; of an international application its national phases.
  package var applications: [ApplicationNumber] = []
}

/// Where registers and worldwide data name a number; one look through tables that no index serves, for
/// numbers that have no dossier.
extension IPDatabase {
  /// Where a Chinese application is named.
  package func mentions(of application: ApplicationNumber) throws -> [PatentMention] {
    try queue.read { db in
      var found: [PatentMention] = []
      let tables = ["pledge", "award", "family_member", "industry_decision"]
      for table in RegisterTable.allCases where tables.contains(table.rawValue) {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT t.patent, f.path, t.position FROM \(table.rawValue) t
            JOIN file f ON f.id = t.file WHERE f.current = 1 ORDER BY f.path, t.position
            """)
        for row in rows {
          let named = try? ApplicationNumber(parsing: row["patent"] as String)
          guard named?.canonical == application.canonical else { continue }
          found.append(
            PatentMention(
              role: "register \(table.registerID)",
              source: Source(file: row["path"], offset: row["position"]), isRow: true))
        }
      }
      found += try IPDatabase.worldwide(
        db, where: "w.chinese = ?", [application.key], withFamily: false)
      found += try IPDatabase.worldwide(
        db, where: "w.id IN (SELECT publication FROM worldwide_mention WHERE chinese = ?)",
        [application.key], withFamily: false
      ).map {
        var listing = $0
        listing.role = "family listed in \($0.role)"
        return listing
      }.filter { item in !found.contains { $0.source == item.source } }
      found += try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT w.code, w.format, f.path, w.member, w.position
          FROM worldwide_event w JOIN file f ON f.id = w.file
          WHERE w.country = 'CN' AND w.application = ? ORDER BY f.path, w.member, w.position, w.code
          """, arguments: [application.canonical]
      ).map { row in
        PatentMention(
          role: "worldwide legal event \(row["code"] ?? "") (\(row["format"] as String))",
          source: Source(file: row["path"], member: row["member"], offset: row["position"]))
      }
      return found
    }
  }

  /// Where worldwide data has a Chinese publication that CNIPA's data does not deliver.
  package func mentions(ofChinesePublication number: PublicationNumber) throws -> [PatentMention] {
    let joined = PublishedDocument(country: "CN", number: number, kind: nil).joiningNumber
    return try queue.read { db in
      try Row.fetchAll(
        db,
        sql: "\(IPDatabase.worldwideQuery) WHERE w.country = 'CN' AND w.joining_number = ? "
          + IPDatabase.worldwideOrder, arguments: [joined]
      ).map { row in
        var item = IPDatabase.mention(row)
        let key: Int64? = row["chinese"]
        item.applications = key.flatMap { ApplicationNumber(key: $0) }.map { [$0] } ?? []
        return item
      }
    }
  }

  /// Where another office's document or application, or an international one, is named.
  package func mentions(of number: OfficeNumber) throws -> [PatentMention] {
    try queue.read { db in
      var found: [PatentMention] = []
      if number.isInternationalApplication || number.isInternationalPublication {
        found += try IPDatabase.nationalPhases(db, of: number)
      }
      if number.isInternationalApplication {
        found += try IPDatabase.worldwide(
          db, where: "w.country = 'WO' AND w.application_country = ? AND w.application = ?",
          [number.country, number.number], withFamily: true)
        return found
      }
      // Numbers of international publications before 2004 are also written with two digits of the year.
      var joined = [number.joiningNumber]
      if number.isInternationalPublication, number.number.count == 10 {
        let (year, serial) = (number.number.dropFirst(2).prefix(2), number.number.suffix(6))
        for short in [String(year + serial), String(year + serial.dropFirst())] {
          joined.append(String(short.drop { $0 == "0" }))
        }
      }
      for joining in joined {
        found += try IPDatabase.worldwide(
          db, where: "w.country = ? AND w.joining_number = ?", [number.country, joining],
          withFamily: true)
      }
      found += try IPDatabase.worldwide(
        db, where: "w.application_country = ? AND replace(w.application, '.', '') = ?",
        [number.country, number.number], withFamily: true
      ).filter { item in !found.contains { $0.source == item.source } }
      let members = try Row.fetchAll(
        db,
        sql: """
          SELECT t.patent, t.member, f.path, t.position FROM family_member t
          JOIN file f ON f.id = t.file WHERE f.current = 1 AND t.member IS NOT NULL
          ORDER BY f.path, t.position
          """)
      for row in members {
        let member: String = row["member"]
        guard let named = OfficeNumber(member), named.country == number.country,
          named.joiningNumber == number.joiningNumber
        else { continue }
        let patent = try? ApplicationNumber(parsing: row["patent"] as String)
        found.append(
          PatentMention(
            role: "register families, member \(member)",
            source: Source(file: row["path"], offset: row["position"]), isRow: true,
            applications: patent.map { [$0] } ?? []))
      }
      return found
    }
  }

  /// Chinese publications that name the international application they go back to.
  private static func nationalPhases(
    _ db: Database, of number: OfficeNumber
  ) throws -> [PatentMention] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.application, p.number, p.kind, f.path, p.member, p.position,
          json_extract(c.content, '$.pct.application_no') AS international,
          json_extract(c.content, '$.pct.publication_no') AS published
        FROM publication p JOIN publication_content c ON c.id = p.id JOIN file f ON f.id = p.file
        WHERE p.filed_internationally IS NOT NULL ORDER BY f.path, p.member, p.position
        """)
    return rows.compactMap { row in
      let text: String? = row[number.isInternationalApplication ? "international" : "published"]
      guard
        let named = text.flatMap({
          OfficeNumber.international($0, isApplication: number.isInternationalApplication)
        }), named.country == number.country, named.number == number.number,
        let application = ApplicationNumber(key: row["application"] as Int64)
      else { return nil }
      return PatentMention(
        role: "national phase \(application.canonical), CN\(row["number"] as String)"
          + "\(row["kind"] as String)",
        source: Source(file: row["path"], member: row["member"], offset: row["position"]),
        applications: [application])
    }
  }

  private static let worldwideQuery = """
    SELECT f.path, w.member, w.position, w.country, w.number, w.kind, w.format, w.family, w.chinese
    FROM worldwide_publication w JOIN file f ON f.id = w.file
    """
  private static let worldwideOrder = "ORDER BY f.path, w.member, w.position, w.id"

  private static func mention(_ row: Row) -> PatentMention {
    PatentMention(
      role: "worldwide publication \(row["country"] as String)\(row["number"] as String)"
        + "\(row["kind"] as String) (\(row["format"] as String))",
      source: Source(file: row["path"], member: row["member"], offset: row["position"]))
  }

  private static func worldwide(
    _ db: Database, where condition: String, _ arguments: [any DatabaseValueConvertible],
    withFamily: Bool
  ) throws -> [PatentMention] {
    try Row.fetchAll(
      db, sql: "\(worldwideQuery) WHERE \(condition) \(worldwideOrder)",
      arguments: StatementArguments(arguments)
    ).map { row in
      var item = mention(row)
      guard withFamily, let family: String = row["family"] else { return item }
      item.applications = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT chinese FROM worldwide_publication
          WHERE family = ? AND chinese IS NOT NULL ORDER BY chinese
          """, arguments: [family]
      ).compactMap { ApplicationNumber(key: $0) }
      return item
    }
  }
}
