import Analyses
import Records

/// A table as CSV for programs: UTF-8 without a mark, LF, the columns' names as the header.
///
/// Numbers stand as they are; a text that a spreadsheet would take for a formula gets a leading `'`, as
/// in every CSV of a run. Absent values are empty cells. Deterministic.
package enum TableCSV {
  package static func bytes(_ table: DataTable) -> [UInt8] {
    var bytes: [UInt8] = []
    append(table.columns.map { .text($0.name) }, to: &bytes)
    for row in table.rows { append(row, to: &bytes) }
    return bytes
  }

  private static func append(_ row: [DataValue], to bytes: inout [UInt8]) {
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      switch value {
      case .null: break
      case .integer(let number): bytes.append(contentsOf: String(number).utf8)
      case .decimal(let number): bytes.append(contentsOf: decimal(number).utf8)
      case .boolean(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
      case .text(let text): CSVText.append(cell: text, to: &bytes)
      }
    }
    bytes.append(0x0A)
  }

  /// The shortest digits that read back as the same number, never with an exponent.
  package static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    let text = number.description
    guard text.contains("e") else { return text }
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    let isNegative = parts[0].hasPrefix("-")
    let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
    let whole = mantissa.first.map(String.init) ?? "0"
    let rest = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    let digits = whole + rest
    let point = whole.count + exponent
    let body: String
    if point <= 0 {
      body = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      body = digits + String(repeating: "0", count: point - digits.count) + ".0"
    } else {
      body = "\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
    return (isNegative ? "-" : "") + body
  }
}
