/// The place of a cell, `C5`: row from 1, column from 0.
struct CellReference: Hashable {
  static let lastRow = 1_048_576
  static let lastColumn = 16_383

  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `C5` or `$C$5`.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    for byte in text.utf8 where byte != 0x24 {
      switch byte {
      case 0x41...0x5A where digits == 0 && letters < 3:
        column = column * 26 + Int(byte) - 0x40
        letters += 1
      case 0x30...0x39 where letters > 0 && digits < 7:
        row = row * 10 + Int(byte) - 0x30
        digits += 1
      default: return nil
      }
    }
    guard letters > 0, (1...CellReference.lastRow).contains(row),
      column - 1 <= CellReference.lastColumn
    else { return nil }
    self.row = row
    self.column = column - 1
  }

  var text: String { CellReference.letters(ofColumn: column) + String(row) }

  /// `A` for 0, `AA` for 26.
  static func letters(ofColumn column: Int) -> String {
    var text = ""
    var rest = column + 1
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}

/// A rectangle of cells, `B2:C4`.
struct CellRange: Hashable {
  var first: CellReference
  var last: CellReference

  init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellReference(corners[0]),
      let last = CellReference(corners[1]), first.row <= last.row, first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether the cell lies within and is not the first, which alone is shown.
  func covers(_ cell: CellReference) -> Bool {
    cell != first && (first.row...last.row).contains(cell.row)
      && (first.column...last.column).contains(cell.column)
  }

  var text: String { "\(first.text):\(last.text)" }
}
