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
