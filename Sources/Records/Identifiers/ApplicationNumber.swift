/// A Chinese patent application number (申请号), which is also the patent number (专利号, with "ZL").
///
/// Two eras: `YYTNNNNN.C` until 2003-09-30 and `YYYYTNNNNNNN.C` from 2003-10-01 (ZC 0006-2003), where
/// T is the kind of right (1 invention, 2 utility model, 3 design, 8 PCT invention, 9 PCT utility
/// model) and C the check digit. Accepted forms, in half or full width and any case, with or
/// without the prefix `CN` or `ZL`, the point and the check digit:
///
///     202110991218.8   2021109912188   CN202110991218   ZL 2021 1 0991218.8
///     85202237         85202237.1      102021000991218 (CNIPA standard, 15 digits)
///     CN20092276079U   (epodoc: year, type, six-digit serial, type letter)
///
/// A given check digit must be right; a missing one is computed.
package struct ApplicationNumber: Hashable, Comparable, Sendable {
  /// The number as it was delivered.
  package let raw: String

  /// The digits without the check digit: 12 digits, or 8 for the first era. Unique per application.
  package let key: Int64

  /// Reads any accepted form, or nil; ``init(parsing:)`` says why not.
  package init?(_ text: some StringProtocol) {
    guard let number = try? ApplicationNumber(parsing: text) else { return nil }
    self = number
  }

  /// Reads any accepted form.
  ///
  /// - Throws: ``ApplicationNumberFault`` with what was found.
  package init(parsing text: some StringProtocol) throws(ApplicationNumberFault) {
    var (digits, check, letter) = try ApplicationNumber.characters(of: text)
    var folded = 0
    for digit in digits { folded = folded * 10 + digit }
    switch digits.count {
    case 15 where check == nil && letter == nil:
      guard let mapped = ApplicationNumber.key(standard: digits) else {
        throw .malformed(found: String(text))
      }
      folded = mapped
    case 11 where check == nil && letter != nil:
      // epodoc drops the first digit of the seven-digit serial, which must have been 0.
      folded = (folded / 1_000_000) * 10_000_000 + folded % 1_000_000
    case 13 where check == nil && letter == nil, 9 where check == nil && letter == nil:
      check = digits.removeLast()
      folded /= 10
    case 12, 8: break
    default: throw .malformed(found: String(text))
    }
    guard let era = ApplicationNumber.era(of: folded) else { throw .malformed(found: String(text)) }
    let expected = ApplicationNumber.checkDigit(key: folded, era: era)
    if let check, check != expected {
      throw .checkDigit(
        found: ApplicationNumber.symbol(check), expected: ApplicationNumber.symbol(expected),
        number: String(text))
    }
    key = Int64(folded)
    raw = String(text)
  }

  /// The number with the given key, for values read back from the database.
  package init?(key: Int64) {
    guard ApplicationNumber.era(of: Int(key)) != nil else { return nil }
    self.key = key
    raw = ApplicationNumber.text(key: Int(key))
  }

  /// Reads the form this project writes, and no other: much faster than the general way.
  package init?(canonical text: String) {
    var key: Int64 = 0
    for byte in text.utf8 {
      if byte == 0x2E { break }
      guard (0x30...0x39).contains(byte), key < 1_000_000_000_000 else { return nil }
      key = key * 10 + Int64(byte - 0x30)
    }
    guard ApplicationNumber.era(of: Int(key)) != nil,
      ApplicationNumber.text(key: Int(key)) == text
    else { return nil }
    self.key = key
    raw = text
  }

  /// The form this project writes: `202110991218.8`, `85202237.1`, `202111286633.X`.
  package var canonical: String { ApplicationNumber.text(key: Int(key)) }

  /// The right applied for, from the type digit.
  package var right: Right {
    switch typeDigit {
    case 2, 9: return .utilityModel
    case 3: return .design
    default: return .invention
    }
  }

  /// Whether the application entered the national phase from a PCT application.
  package var isNationalPhase: Bool { typeDigit == 8 || typeDigit == 9 }

  /// The year in the number, which for a divisional application is not the year of filing.
  package var year: Int {
    key >= 100_000_000
      ? Int(key / 100_000_000)
      : 1900 + Int(key / 1_000_000)
        + (key < 50_000_000 ? 100 : 0)
  }

  package static func == (left: Self, right: Self) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
  package static func < (left: Self, right: Self) -> Bool { left.key < right.key }

  private var typeDigit: Int {
    key >= 100_000_000 ? Int(key / 10_000_000 % 10) : Int(key / 100_000 % 10)
  }
}

/// Why a text is not an application number.
package enum ApplicationNumberFault: Error, Hashable, Sendable {
  /// The text has none of the accepted forms.
  case malformed(found: String)
  /// The form is right but the check digit is not the computed one.
  case checkDigit(found: String, expected: String, number: String)

  /// One line: what was found, what was expected.
  package var reason: String {
    switch self {
    case .malformed(let found):
      let head =
        found.isEmpty
        ? "no application number found" : "\"\(found)\" is not an application number"
      return head + "; expected a form such as 202110991218.8, ZL 202110991218.8, 85202237.1 or "
        + "102021000991218"
    case .checkDigit(let found, let expected, let number):
      return "application number \"\(number)\" ends in check digit \(found), computed \(expected)"
    }
  }
}

extension ApplicationNumber {
  private enum Era { case short, long }

  private static func era(of key: Int) -> Era? {
    if key >= 100_000_000_000 {
      let year = key / 100_000_000
      let type = key / 10_000_000 % 10
      return (1985...2099).contains(year) && isType(type) ? .long : nil
    }
    let year = key / 1_000_000
    let type = key / 100_000 % 10
    guard key < 100_000_000, (85...99).contains(year) || (0...4).contains(year) else { return nil }
    return isType(type) ? .short : nil
  }

  private static func isType(_ digit: Int) -> Bool {
    digit == 1 || digit == 2 || digit == 3 || digit == 8 || digit == 9
  }

  /// The check digit by ZC 0006-2003: weights 2…9, 2…5 from the left, sum modulo 11; 10 is `X`.
  private static func checkDigit(key: Int, era: Era) -> Int {
    var rest = key
    var position = era == .long ? 12 : 8
    var sum = 0
    while position > 0 {
      sum += (rest % 10) * ((position - 1) % 8 + 2)
      rest /= 10
      position -= 1
    }
    return sum % 11
  }

  private static func symbol(_ check: Int) -> String { check == 10 ? "X" : String(check) }

  private static func text(key: Int) -> String {
    let isLong = key >= 100_000_000
    let digits = String(key)
    let padding = String(repeating: "0", count: max(0, 8 - digits.count))
    let check = checkDigit(key: key, era: isLong ? .long : .short)
    return padding + digits + "." + symbol(check)
  }

  /// CNIPA's 15 digits: 10, 11, 20, 21 or 30, the year, and a serial of nine digits.
  private static func key(standard digits: [Int]) -> Int? {
    let types = [10: 1, 11: 8, 20: 2, 21: 9, 30: 3]
    guard let type = types[digits[0] * 10 + digits[1]], digits[6] == 0, digits[7] == 0 else {
      return nil
    }
    var year = 0
    for digit in digits[2..<6] { year = year * 10 + digit }
    var serial = 0
    for digit in digits[8...] { serial = serial * 10 + digit }
    // Numbers of the first era carry a serial of five digits: 85202237 is 20 1985 000002237.
    if year < 2003, serial < 100_000 { return (year % 100) * 1_000_000 + type * 100_000 + serial }
    return year * 100_000_000 + type * 10_000_000 + serial
  }

  /// Splits a text into its digits, a check digit set off by a point or written as X, and a last
  /// letter. Full-width forms count as their half-width ones.
  private static func characters(
    of text: some StringProtocol
  ) throws(ApplicationNumberFault) -> (digits: [Int], check: Int?, letter: UInt32?) {
    var digits: [Int] = []
    digits.reserveCapacity(15)
    var prefix: [UInt32] = []
    var check: Int?
    var letter: UInt32?
    var afterPoint = false
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x61...0x7A).contains(value) { value -= 0x20 }
      switch value {
      case 0x20, 0x3000, 0xA0, 0x09: continue
      case 0x30...0x39:
        guard check == nil, letter == nil else { throw .malformed(found: String(text)) }
        if afterPoint { check = Int(value) - 0x30 } else { digits.append(Int(value) - 0x30) }
      case 0x2E:
        guard !afterPoint, !digits.isEmpty else { throw .malformed(found: String(text)) }
        afterPoint = true
      case 0x58 where !digits.isEmpty && check == nil && letter == nil:
        check = 10
      case 0x41...0x5A:
        if digits.isEmpty {
          prefix.append(value)
        } else if letter == nil, check == nil {
          letter = value
        } else {
          throw .malformed(found: String(text))
        }
      default: throw .malformed(found: String(text))
      }
    }
    let isPrefix = prefix.isEmpty || prefix == [0x43, 0x4E] || prefix == [0x5A, 0x4C]
    guard isPrefix, digits.count <= 15, !(afterPoint && check == nil),
      letter == nil || digits.count == 11 || digits.count == 8
    else { throw .malformed(found: String(text)) }
    return (digits, check, letter)
  }
}
