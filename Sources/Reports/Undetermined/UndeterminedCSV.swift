import Analyses
import Records

/// `undetermined.csv`: every patent that might still count, with what is missing: the office's work
/// list. Audience: internal. Deterministic.
///
/// One row per application number, sorted by it as text. Three kinds of patent stand here, told apart
/// by `question`: the place is unresolved (`region`), being in force is undetermined (`in-force`), or
/// criteria are (their ids joined by `;`). Format as `patents.csv`.
package struct UndeterminedCSV {
  package static let fileName = "undetermined.csv"

  package static let columns = [
    "application_no", "publication_no", "title", "owner", "address", "region", "question",
    "missing",
  ]

  /// Appends the byte order mark and the header.
  package static func appendHeader(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: CSVText.byteOrderMark)
    CSVText.append(columns, to: &bytes)
  }

  /// Appends one row.
  package static func append(_ row: UndeterminedPatent, to bytes: inout [UInt8]) {
    CSVText.append(
      [
        row.applicationNumber, row.publicationNumber ?? "", row.title ?? "", row.owner ?? "",
        row.address ?? "", row.region ?? "", row.question, row.missing,
      ], to: &bytes)
  }
}
