/// Rows of comma-separated values (RFC 4180) that no spreadsheet takes for formulas.
package enum CSVText {
  /// The byte order mark by which spreadsheets recognise UTF-8.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends a row with CRLF.
  package static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(cell: cell, to: &bytes)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Appends one cell, quoted where it must be.
  package static func append(cell: String, to bytes: inout [UInt8]) {
    var isQuoted = false
    for byte in cell.utf8 {
      switch byte {
      case 0x22, 0x2C, 0x0D, 0x0A: isQuoted = true
      default: break
      }
    }
    if isQuoted { bytes.append(0x22) }
    switch cell.utf8.first {
    // = + - @ and the white space after which spreadsheets still see a formula.
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: bytes.append(0x27)
    default: break
    }
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(0x22) }
  }
}
