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
    bytes.append(contentsOf: [0xEF, 0xBB, 0xBF])
    append(cells: columns, to: &bytes)
  }

  /// Appends one row.
  package static func append(_ row: PatentRow, to bytes: inout [UInt8]) {
    append(cells: cells(row), to: &bytes)
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

  private static func append(cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(cell: cell, to: &bytes)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private static func append(cell: String, to bytes: inout [UInt8]) {
    let guarded: Bool
    switch cell.utf8.first {
    // = + - @ and the white space after which spreadsheets still see a formula.
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: guarded = true
    default: guarded = false
    }
    let isQuoted = cell.utf8.contains { (byte: UInt8) -> Bool in
      switch byte {
      case 0x22, 0x2C, 0x0D, 0x0A: return true
      default: return false
      }
    }
    if isQuoted { bytes.append(0x22) }
    if guarded { bytes.append(0x27) }
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(0x22) }
  }
}
