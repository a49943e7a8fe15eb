import Records

/// A number in a cell as the text that its user sees or means.
///
/// Integers come with all their digits, fractions with at most fifteen, as many as a spreadsheet
/// shows; a date as `YYYY-MM-DD`, or as `YYYY-MM` or `YYYY` where the format shows no more.
struct CellNumber {
  /// The texts, or why the number cannot be given as one.
  static func text(
    _ stored: String, format: NumberFormat, countsFrom1904: Bool
  ) -> Result<String, CellNumberFault> {
    guard
      stored.utf8.allSatisfy({
        (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E || $0 | 0x20 == 0x65
      }), let number = Double(stored), number.isFinite
    else { return .failure(CellNumberFault("\"\(stored)\" found where a number is expected")) }
    switch format {
    case .date(let showsMonth, let showsDay):
      return date(
        number, showsMonth: showsMonth, showsDay: showsDay, countsFrom1904: countsFrom1904)
    case .time:
      return .failure(CellNumberFault("a time of day found; expected a text, number or date"))
    case .scaled:
      return .failure(
        CellNumberFault(
          "the cell's format shows a part of its number \(stored); give it a plain number format"))
    case .percent: return digits(number * 100).map { $0 + "%" }
    case .number(let prefix, let count, let suffix):
      return digits(number).map { text in
        let padding = String(repeating: "0", count: max(0, count - text.utf8.count))
        return prefix + padding + text + suffix
      }
    }
  }

  private static func digits(_ number: Double) -> Result<String, CellNumberFault> {
    guard number.rounded() == number else { return .success(decimal(number)) }
    // Beyond 2^53 neighbouring integers share one value.
    guard number.magnitude <= 9_007_199_254_740_992 else {
      return .failure(
        CellNumberFault(
          "the number \(number) found, whose last digits a spreadsheet does not keep; "
            + "format the cell as text and type the number again"))
    }
    return .success(String(Int64(number)))
  }

  /// A fraction in plain digits, rounded to fifteen.
  static func decimal(_ number: Double) -> String {
    let parts = "\(number.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    var digits = mantissa.joined().utf8.map { Int($0) - 0x30 }
    var point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    if digits.count > 15 {
      let roundsUp = digits[15] >= 5
      digits.removeLast(digits.count - 15)
      if roundsUp {
        var index = 14
        while index >= 0, digits[index] == 9 {
          digits[index] = 0
          index -= 1
        }
        if index >= 0 {
          digits[index] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    func text(_ digits: some Sequence<Int>) -> String { digits.map { String($0) }.joined() }
    let zeros = { (count: Int) in String(repeating: "0", count: max(0, count)) }
    let sign = number < 0 ? "-" : ""
    if point <= 0 { return sign + "0." + zeros(-point) + text(digits) }
    let whole = text(digits.prefix(point)) + zeros(point - digits.count)
    let fraction = text(digits.dropFirst(point))
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The day of a serial number; a time of day is cut.
  ///
  /// The system of 1900 counts a 29 February 1900 that never was, as number 60. Its number 0 is what
  /// formulas make of an empty cell, and stays 0. Source: ECMA-376-1, 18.17.4.1.
  private static func date(
    _ number: Double, showsMonth: Bool, showsDay: Bool, countsFrom1904: Bool
  ) -> Result<String, CellNumberFault> {
    guard (0..<2_958_466).contains(number) else {
      return .failure(CellNumberFault("the number \(number) found, which is no date"))
    }
    let serial = Int(number)
    if serial == 0, !countsFrom1904 { return .success("0") }
    if serial == 60, !countsFrom1904 {
      return .failure(CellNumberFault("the date 1900-02-29 found, which never was"))
    }
    let origin =
      countsFrom1904
      ? CalendarDay(year: 1904, month: 1, day: 1)
      : serial < 60
        ? CalendarDay(year: 1899, month: 12, day: 31)
        : CalendarDay(year: 1899, month: 12, day: 30)
    guard let day = origin?.adding(days: serial) else {
      return .failure(CellNumberFault("the number \(number) found, which is no date"))
    }
    let text = day.isoText
    return .success(String(text.prefix(showsDay ? 10 : showsMonth ? 7 : 4)))
  }
}

/// Why a cell's number has no text.
struct CellNumberFault: Error, Hashable {
  var problem: String

  init(_ problem: String) { self.problem = problem }
}
