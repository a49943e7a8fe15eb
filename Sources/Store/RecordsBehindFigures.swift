import GRDB
import Records

/// What explanations of published figures ask for.
extension IPDatabase {
  /// The current files that gave records of a format, or rows of a register, in the order of paths.
  package func filesOfFormat(
    _ format: String
  ) throws -> [(path: String, sha256: String, records: Int, newest: Int?)] {
    let table = RegisterTable.allCases.first { $0.registerID == format }
    return try queue.read { db in
      let sql: String
      if let table {
        sql = """
          SELECT f.path, f.sha256, COUNT(*) AS records, NULL AS newest
          FROM \(table.rawValue) t JOIN file f ON f.id = t.file
          WHERE f.current = 1 GROUP BY f.id ORDER BY f.path, f.id
          """
      } else {
        sql = """
          SELECT f.path, f.sha256, x.records, x.newest FROM file_format x JOIN file f ON f.id = x.file
          WHERE x.format = ? ORDER BY f.path, f.id
          """
      }
      return try Row.fetchAll(
        db, sql: sql, arguments: table == nil ? [format] : StatementArguments()
      ).map { ($0["path"], $0["sha256"], $0["records"], $0["newest"]) }
    }
  }

  /// The records of a format that were published on a day, `yyyymmdd`, at most some thousands.
  package func recordsPublished(
    on day: Int, format: String
  ) throws -> [(name: String, source: Source)] {
    try queue.read { db in
      var found: [(name: String, source: Source)] = []
      for (table, name) in [
        ("publication", "t.number || ' ' || t.kind"), ("event", "t.code || ' ' || t.name"),
        ("worldwide_publication", "t.country || t.number || ' ' || t.kind"),
        ("worldwide_event", "t.country || ' ' || COALESCE(t.code, '')"),
      ] {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT \(name) AS name, f.path AS path, t.member AS member, t.position AS position
            FROM \(table) t JOIN file f ON f.id = t.file
            WHERE t.format = ? AND t.published = ? ORDER BY f.path, t.member, t.position LIMIT 5000
            """, arguments: [format, day])
        found += rows.map { row in
          (
            row["name"] ?? format,
            Source(file: row["path"], member: row["member"], offset: row["position"])
          )
        }
      }
      return found
    }
  }

  /// The applications with events that no table classes, with their number of such events.
  package func unclassifiedApplications(
    code: String?, name: String?
  ) throws -> [(key: ApplicationNumber, number: String, count: Int)] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT application, count FROM unclassified WHERE code IS ? AND name IS ?
          ORDER BY application
          """, arguments: [code, name]
      ).compactMap { row in
        ApplicationNumber(key: row["application"] as Int64).map {
          ($0, $0.canonical, row["count"])
        }
      }
    }
  }
}

/// A place that names a patent without being a record of a Chinese dossier.
package struct PatentMention: Sendable {
  /// `register pledges`, `worldwide publication`.
  package var role: String
  package var source: Source
  /// The Chinese applications of its family.
  package var applications: [String]
}

extension IPDatabase {
  /// Where registers and worldwide data name a number.
  ///
  /// - Parameter text: as typed, without spaces, in upper case: `US8420588B2`.
  package func mentions(
    of text: String, application: ApplicationNumber?
  ) throws -> [PatentMention] {
    try queue.read { db in
      var found: [PatentMention] = []
      let country = String(text.prefix(2))
      if let application {
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
                source: Source(file: row["path"], offset: row["position"]), applications: []))
          }
        }
        for row in try Row.fetchAll(
          db,
          sql: """
            SELECT f.path, w.member, w.position FROM worldwide_publication w
            JOIN file f ON f.id = w.file WHERE w.chinese = ? ORDER BY f.path, w.member, w.position
            """, arguments: [application.key])
        {
          found.append(
            PatentMention(
              role: "worldwide publication",
              source: Source(file: row["path"], member: row["member"], offset: row["position"]),
              applications: []))
        }
      }
      guard country.allSatisfy({ $0.isASCII && $0.isLetter }), country != "CN", country != "ZL"
      else { return found }
      let body = text.dropFirst(2)
      let digits = body.prefix { $0.isASCII && $0.isNumber }
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT f.path, w.member, w.position, w.number, w.kind, w.family
          FROM worldwide_publication w JOIN file f ON f.id = w.file
          WHERE w.country = ? AND ltrim(w.number, '0') = ltrim(?, '0')
          ORDER BY f.path, w.member, w.position
          """, arguments: [country, String(digits)])
      {
        let family: String? = row["family"]
        let keys = try Int64.fetchAll(
          db,
          sql: """
            SELECT DISTINCT chinese FROM worldwide_publication
            WHERE family = ? AND chinese IS NOT NULL ORDER BY chinese
            """, arguments: [family])
        found.append(
          PatentMention(
            role: "worldwide publication \(row["number"] as String) \(row["kind"] as String)",
            source: Source(file: row["path"], member: row["member"], offset: row["position"]),
            applications: keys.compactMap { ApplicationNumber(key: $0)?.canonical }))
      }
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT t.patent, t.member, f.path, t.position FROM family_member t
          JOIN file f ON f.id = t.file WHERE f.current = 1 AND t.member LIKE ? || '%'
          ORDER BY f.path, t.position
          """, arguments: [country + String(digits)])
      {
        found.append(
          PatentMention(
            role: "register families, member \(row["member"] as String)",
            source: Source(file: row["path"], offset: row["position"]),
            applications: [row["patent"]]))
      }
      return found
    }
  }
}
