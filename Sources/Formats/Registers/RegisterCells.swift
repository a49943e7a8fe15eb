import Records

/// One row's cells, read by column into values.
///
/// An empty cell of an optional column is an absent value. Every fault names the column as the
/// header writes it, what was found and what is expected.
struct RegisterCells {
  let layout: RegisterLayout
  /// The cells in the file's order; missing ones at the end of a short row are empty.
  let values: [String]
  /// The row's place.
  let source: Source

  /// Throws if a column of the register has a cell with a control character in it: its value cannot be
  /// what was meant.
  func checkCharacters() throws(CellFault) {
    for place in layout.places.values.sorted(by: { $0.index < $1.index })
    where place.index < values.count {
      if let byte = CellText.controlCharacter(CellText.trimmed(values[place.index])) {
        throw CellFault(
          code: .controlCharacter, column: place.name, problem: CellText.controlProblem(byte))
      }
    }
  }

  /// The cell's text, trimmed; nil if it is empty or the file has no such column.
  func text(_ column: RegisterColumn) -> String? {
    guard let place = layout.places[column.english], place.index < values.count else { return nil }
    let text = CellText.trimmed(values[place.index])
    return text.isEmpty ? nil : text
  }

  /// The text of a cell that must not be empty.
  func requiredText(_ column: RegisterColumn, _ expected: String) throws(CellFault) -> String {
    guard let text = text(column) else { throw empty(column, expected) }
    return text
  }

  /// A patent number in any form that ``PatentNumber`` reads.
  func patent(_ column: RegisterColumn) throws(CellFault) -> PatentNumber {
    guard let text = text(column) else {
      throw empty(column, "a patent number such as ZL 202110991218.8", code: .noNumber)
    }
    do {
      return try PatentNumber(parsing: text)
    } catch {
      switch error {
      case .malformed:
        throw CellFault(code: .noNumber, column: layout.name(column), problem: error.reason)
      case .checkDigit:
        throw CellFault(code: .checkDigit, column: layout.name(column), problem: error.reason)
      }
    }
  }

  /// A complete date. What offices write for "no date" (`00000000`, `0001-01-01`) counts as empty.
  func day(_ column: RegisterColumn) throws(CellFault) -> CalendarDay? {
    guard let text = text(column) else { return nil }
    let narrow = CellText.narrow(text)
    if ["0", "00000000", "0000-00-00", "00010101", "0001-01-01"].contains(narrow) { return nil }
    guard let day = CalendarDay(narrow) else { throw fault(column, text, Self.dateForms) }
    return day
  }

  func requiredDay(_ column: RegisterColumn) throws(CellFault) -> CalendarDay {
    if let day = try day(column) { return day }
    guard let text = text(column) else { throw empty(column, Self.dateForms) }
    throw fault(column, text, Self.dateForms)
  }

  /// A year of four digits, `2024` or `2024年`.
  func year(_ column: RegisterColumn) throws(CellFault) -> Int {
    let expected = "a year such as 2024"
    let text = try requiredText(column, expected)
    var narrow = CellText.narrow(text)
    if narrow.hasSuffix("年度") { narrow.removeLast(2) }
    if narrow.hasSuffix("年") { narrow.removeLast() }
    guard narrow.utf8.count == 4, let year = Int(narrow), (1900...2100).contains(year) else {
      throw fault(column, text, expected)
    }
    return year
  }

  /// 是/否, 1/0, true/false, Y/N, yes/no in any case and width; nil if the cell is empty.
  func flag(_ column: RegisterColumn) throws(CellFault) -> Bool? {
    guard let text = text(column) else { return nil }
    switch CellText.narrow(text).lowercased() {
    case "是", "1", "true", "y", "yes": return true
    case "否", "0", "false", "n", "no": return false
    default: throw fault(column, text, Self.flagForms)
    }
  }

  func requiredFlag(_ column: RegisterColumn) throws(CellFault) -> Bool {
    guard let flag = try flag(column) else { throw empty(column, Self.flagForms) }
    return flag
  }

  /// A quantity in the column's smallest unit, by the unit in the header; nil if the cell is empty.
  func quantity(
    _ column: RegisterColumn, _ expected: String
  ) throws(CellFault) -> (whole: Int64, isExact: Bool)? {
    guard let text = text(column) else { return nil }
    let factor = layout.places[column.english]?.factor ?? column.defaultFactor
    guard let quantity = DecimalText.read(text, times: factor) else {
      throw fault(column, text, expected)
    }
    return quantity
  }

  func fault(_ column: RegisterColumn, _ found: String, _ expected: String) -> CellFault {
    CellFault(
      code: .badValue, column: layout.name(column),
      problem: "\"\(found)\" found, expected \(expected)")
  }

  private func empty(
    _ column: RegisterColumn, _ expected: String, code: Reject.Code = .badValue
  ) -> CellFault {
    CellFault(
      code: code, column: layout.name(column), problem: "the cell is empty, expected \(expected)")
  }

  private static let dateForms = "a date as YYYY-MM-DD, YYYYMMDD, YYYY/M/D or YYYY年M月D日"
  private static let flagForms = "是 or 否 (also 1/0, true/false, Y/N)"
}
