import Analyses
import Records

/// `patents.csv`: the base set, one row per application number. Audience: internal. Deterministic.
///
/// UTF-8 with BOM, CRLF, quoted by RFC 4180. A cell that a spreadsheet would take for a formula gets
/// a leading `'`. Absent values are empty cells. The rows come sorted (`PatentRow.precedes`).
package struct PatentsCSV {
  package static let fileName = "patents.csv"

  /// The criteria's columns have their ids as names.
  package static let columns =
    [
      "application_no", "publication_no", "title", "owner", "region", "filing_date",
      "grant_date", "ipc_main",
    ] + HighValueCriterion.allCases.map { $0.id } + ["high_value", "sei_codes"]

  /// Appends the byte order mark and the header.
  package static func appendHeader(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: CSVText.byteOrderMark)
    CSVText.append(columns, to: &bytes)
  }

  /// Appends one row.
  package static func append(_ row: PatentRow, to bytes: inout [UInt8]) {
    CSVText.append(cells(row), to: &bytes)
  }

  private static func cells(_ row: PatentRow) -> [String] {
    var cells = [
      row.applicationNumber.canonical, row.publicationNumber?.canonical ?? "", row.title ?? "",
      row.owner ?? "", row.region.text, row.filingDate?.isoText ?? "",
      row.grantDate?.isoText ?? "", row.mainSymbol ?? "",
    ]
    for criterion in HighValueCriterion.allCases { cells.append(row.verdicts[criterion].rawValue) }
    cells.append(row.isHighValue ? "1" : "0")
    cells.append(row.industryCodes.joined(separator: ";"))
    return cells
  }
}
