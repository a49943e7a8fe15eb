import Analyses
import Records

/// `changes.csv`: one row per patent and figure that it entered or left. Audience: internal. Not
/// deterministic, as `changes.json`.
///
/// Rows are sorted by application number as text, of one patent in the order of its figures; to see
/// one figure, filter by `figure`. Format as `patents.csv`.
package struct ChangesCSV {
  package static let fileName = "changes.csv"

  package static let columns = [
    "application_no", "publication_no", "title", "figure", "figure_name", "change", "change_name",
    "cause", "cause_name", "day", "known_late", "detail", "field", "value", "file", "member",
    "record",
  ]

  package static func write(
    _ difference: RunDifference, to sink: ([UInt8]) throws -> Void
  ) throws {
    var bytes = CSVText.byteOrderMark
    CSVText.append(columns, to: &bytes)
    try sink(bytes)
    let names = Dictionary(
      difference.figures.map { ($0.figure, $0.name) }, uniquingKeysWith: { first, _ in first })
    for patent in difference.patents {
      bytes.removeAll(keepingCapacity: true)
      for change in patent.changes {
        CSVText.append(
          cells(patent, change, name: names[change.figure] ?? change.figure.id), to: &bytes)
      }
      try sink(bytes)
    }
  }

  package static func bytes(_ difference: RunDifference) -> [UInt8] {
    var bytes: [UInt8] = []
    // The sink does not throw.
    try? write(difference) { bytes += $0 }
    return bytes
  }

  private static func cells(
    _ patent: ChangedPatent, _ change: PatentChange, name: String
  ) -> [String] {
    let reason = change.reason
    return [
      patent.applicationNumber, patent.publicationNumber ?? "", patent.title ?? "",
      change.figure.id, name, change.direction.rawValue, ChangeNames.name(change.direction),
      reason.cause.id, ChangeNames.name(reason.cause), reason.day?.isoText ?? "",
      reason.isKnownLate ? "1" : "0", reason.detail ?? "", reason.fact?.field ?? "",
      reason.fact?.value ?? "", reason.fact?.file ?? "", reason.fact?.member ?? "",
      reason.fact?.record ?? "",
    ]
  }
}
