import GRDB
import Records

/// A kind of event that neither code nor name classes, over all applications.
package struct UnclassifiedKind: Sendable, Hashable {
  package var code: String?
  package var name: String?
  package var count: Int
  /// Patents of the region with such an event: undetermined in force, and of the base set.
  package var undetermined = 0
  package var inBase = 0
}

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

  /// Events that neither code nor name classes, by code and name, with the region's patents that have
  /// one.
  ///
  /// - Complexity: O(*n* log *m*) in the region's patents and all such events.
  package func unclassifiedEvents() throws -> [UnclassifiedKind] {
    try queue.read { db in
      var kinds = try Row.fetchAll(
        db,
        sql: """
          SELECT code, name, SUM(count) AS count FROM unclassified GROUP BY code, name
          ORDER BY COALESCE(code, ''), COALESCE(name, '')
          """
      ).map { UnclassifiedKind(code: $0["code"], name: $0["name"], count: $0["count"]) }
      guard !kinds.isEmpty else { return [] }
      let patents = try Row.fetchCursor(
        db,
        sql: """
          SELECT application_no, in_base FROM dossier
          WHERE place = 'region' AND (in_base = 1 OR standing = 'undetermined')
          """)
      while let patent = try patents.next() {
        let number: String = patent["application_no"]
        guard let application = ApplicationNumber(canonical: number) else {
          throw StoreError.damaged(table: "dossier", column: "application_no", value: number)
        }
        let isInBase: Bool = patent["in_base"]
        let found = try Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT DISTINCT code, name FROM unclassified WHERE application = ?"),
          arguments: [application.key])
        for row in found {
          let (code, name): (String?, String?) = (row["code"], row["name"])
          guard let index = kinds.firstIndex(where: { $0.code == code && $0.name == name }) else {
            continue
          }
          if isInBase { kinds[index].inBase += 1 } else { kinds[index].undetermined += 1 }
        }
      }
      return kinds
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
