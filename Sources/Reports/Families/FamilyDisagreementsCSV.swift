import Records

/// `family-disagreements.csv`: members of families of which the office's register and worldwide data
/// say different things. The register decides; the list is for whoever keeps it. Audience: internal.
/// Deterministic.
///
/// One row per application and member, sorted by both as text. `kind` is `missing-in-register`,
/// `not-granted-in-bulk` or `grant-date`. Format as `patents.csv`.
package struct FamilyDisagreementsCSV {
  package static let fileName = "family-disagreements.csv"

  package static let columns = [
    "application_no", "member", "kind", "register", "register_source", "bulk", "bulk_source",
  ]

  package static func bytes(_ rows: [FamilyDisagreementRow]) -> [UInt8] {
    var bytes = CSVText.byteOrderMark
    CSVText.append(columns, to: &bytes)
    for row in rows.sorted(by: { ($0.application, $0.member) < ($1.application, $1.member) }) {
      CSVText.append(
        [
          row.application, row.member, row.kind, row.registerValue ?? "",
          row.registerSource.map { place($0) } ?? "", row.bulkValue, place(row.bulkSource),
        ], to: &bytes)
    }
    return bytes
  }

  /// `families.csv#12`, `docdb.zip!a.xml#40961`: file, member, then row or byte.
  private static func place(_ source: Source) -> String {
    source.file + (source.member.map { "!" + $0 } ?? "") + "#" + String(source.offset)
  }
}

/// One row of `family-disagreements.csv`.
package struct FamilyDisagreementRow: Hashable, Sendable {
  package var application: String
  package var member: String
  package var kind: String
  package var registerValue: String?
  package var registerSource: Source?
  package var bulkValue: String
  package var bulkSource: Source

  package init(
    application: String, member: String, kind: String, registerValue: String?,
    registerSource: Source?, bulkValue: String, bulkSource: Source
  ) {
    self.application = application
    self.member = member
    self.kind = kind
    self.registerValue = registerValue
    self.registerSource = registerSource
    self.bulkValue = bulkValue
    self.bulkSource = bulkSource
  }
}
