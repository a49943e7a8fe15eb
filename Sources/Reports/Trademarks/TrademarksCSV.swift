import Analyses
import Records

/// `trademarks.csv`: the region's marks, one row per number and class. Audience: internal.
/// Deterministic. `trademarks-undetermined.csv` has the same columns: marks of a place that is not
/// resolved, and of a state that is not, with what is missing.
///
/// Sorted by number, office and class; format as `patents.csv`.
package struct TrademarksCSV {
  package static let fileName = "trademarks.csv"
  package static let undeterminedFileName = "trademarks-undetermined.csv"

  package static let columns = [
    "number", "class", "office", "name", "kind", "holder", "co_holders", "address", "region",
    "county", "filing_date", "registration_date", "expiry_date", "state", "period", "period_end",
    "geographical_indication", "well_known", "nice_edition", "groups", "missing", "source",
  ]

  /// Appends the byte order mark and the header.
  package static func appendHeader(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: CSVText.byteOrderMark)
    CSVText.append(columns, to: &bytes)
  }

  /// Appends one row.
  package static func append(_ row: MarkRow, to bytes: inout [UInt8]) {
    CSVText.append(
      [
        row.number, row.niceClass.map { String($0) } ?? "", row.office, row.name ?? "",
        row.kind ?? "", row.holder ?? "", row.coHolders, row.address ?? "", row.region ?? "",
        row.county ?? "", row.filingDate ?? "", row.registrationDate ?? "", row.expiryDate ?? "",
        row.state, row.period ?? "", row.periodEnd ?? "",
        row.isGeographicalIndication ? "1" : "0", row.isWellKnown ? "1" : "0",
        row.edition ?? "", row.groups, row.missing ?? "", row.source,
      ], to: &bytes)
  }
}
