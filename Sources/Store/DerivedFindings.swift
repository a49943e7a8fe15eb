import GRDB
import Records

/// A disagreement about the family of an application.
package struct StoredDisagreement: Sendable, Hashable {
  package var application: String
  package var disagreement: DerivedDossier.Disagreement
}

/// What the derived tables say beside the dossiers themselves.
extension IPDatabase {
  /// How many IPC symbols of the region's patents are none.
  package func malformedSymbols() throws -> Int {
    try queue.read { db in
      try Int.fetchOne(db, sql: "SELECT SUM(malformed) FROM dossier") ?? 0
    }
  }

  /// Events that neither code nor name classes, by code and name.
  package func unclassifiedEvents() throws -> [JudgedApplication.Unclassified] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT code, name, SUM(count) AS count FROM unclassified GROUP BY code, name
          ORDER BY COALESCE(code, ''), COALESCE(name, '')
          """
      ).map {
        JudgedApplication.Unclassified(code: $0["code"], name: $0["name"], count: $0["count"])
      }
    }
  }

  /// The points in which registers and worldwide data contradict each other, by application and
  /// member.
  package func familyDisagreements() throws -> [StoredDisagreement] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM family_disagreement
          ORDER BY application_no, member, kind, bulk_file, bulk_member, bulk_position
          """
      ).map { row in
        let registerSource: Source? = (row["register_file"] as String?).map {
          Source(file: $0, member: row["register_member"], offset: row["register_position"] ?? 0)
        }
        return StoredDisagreement(
          application: row["application_no"],
          disagreement: DerivedDossier.Disagreement(
            member: row["member"], kind: row["kind"], registerValue: row["register_value"],
            registerSource: registerSource, bulkValue: row["bulk_value"],
            bulkSource: Source(
              file: row["bulk_file"], member: row["bulk_member"], offset: row["bulk_position"])))
      }
    }
  }
}
