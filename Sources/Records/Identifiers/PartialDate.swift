/// A date of which the month or the day may be missing, as offices deliver them.
///
/// `00000000`, `0`, an empty text, `0001-01-01` and `00010101` mean "no date" and give no value;
/// `20080000` keeps the year, `18960200` year and month. A month without a year has no value.
package struct PartialDate: Hashable, Comparable, Sendable {
  /// `yyyymmdd` with 00 for a missing month or day.
  package let number: Int32

  package init(_ day: CalendarDay) { number = day.number }

  /// Reads `yyyymmdd`, `yyyy-mm-dd`, `yyyy/m/d`, `yyyy.m.d`, `yyyy年m月d日` and their prefixes.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let date = text.withUTF8({ PartialDate(bytes: $0) }) else { return nil }
    self = date
  }

  /// Reads the same forms from UTF-8 bytes, without making a string.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    var numbers = (0, 0, 0)
    var digits = (0, 0, 0)
    var part = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        let digit = Int(byte) - 0x30
        switch part {
        case 0:
          numbers.0 = numbers.0 * 10 + digit
          digits.0 += 1
        case 1:
          numbers.1 = numbers.1 * 10 + digit
          digits.1 += 1
        case 2:
          numbers.2 = numbers.2 * 10 + digit
          digits.2 += 1
        default: return nil
        }
        guard digits.0 <= 8, digits.1 <= 2, digits.2 <= 2 else { return nil }
        index += 1
      case 0x20 where digits.0 == 0 || index == bytes.count - 1:
        index += 1
      case 0x2D, 0x2F, 0x2E:
        part += 1
        index += 1
      case 0xE5, 0xE6:  // 年 E5B9B4, 月 E69C88, 日 E697A5
        guard index + 2 < bytes.count else { return nil }
        switch (byte, bytes[index + 1], bytes[index + 2]) {
        case (0xE5, 0xB9, 0xB4), (0xE6, 0x9C, 0x88), (0xE6, 0x97, 0xA5): part += 1
        default: return nil
        }
        index += 3
      default: return nil
      }
    }
    if part == 0, digits.0 == 8 {
      self.init(
        year: numbers.0 / 10_000, month: numbers.0 / 100 % 100, day: numbers.0 % 100)
    } else if part == 0, digits.0 == 6 {
      self.init(year: numbers.0 / 100, month: numbers.0 % 100, day: 0)
    } else if digits.0 == 4 {
      self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    } else {
      return nil
    }
  }

  /// The date of a `yyyymmdd` number with zeros for what is missing.
  package init?(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year) else { return nil }
    if month == 0 {
      guard day == 0 else { return nil }
    } else if day == 0 {
      guard (1...12).contains(month), !(year == 1 && month == 1) else { return nil }
    } else {
      guard CalendarDay(year: year, month: month, day: day) != nil else { return nil }
    }
    guard year > 1 || month > 1 else { return nil }
    number = Int32(year * 10_000 + month * 100 + day)
  }

  package var year: Int { Int(number) / 10_000 }

  /// The complete day, or nil where month or day is missing.
  package var day: CalendarDay? { CalendarDay(number: Int(number)) }

  /// ISO 8601 text as far as the date goes: `2000`, `2000-04` or `2000-04-17`.
  package var isoText: String {
    let month = number / 100 % 100
    let day = number % 100
    return String(unsafeUninitializedCapacity: 10) { bytes in
      var count = 0
      func digits(_ value: Int32, _ width: Int) {
        var value = value
        for place in (count..<count + width).reversed() {
          bytes[place] = UInt8(truncatingIfNeeded: value % 10) + 0x30
          value /= 10
        }
        count += width
      }
      func part(_ value: Int32) {
        bytes[count] = 0x2D
        count += 1
        digits(value, 2)
      }
      digits(number / 10_000, 4)
      if month > 0 { part(month) }
      if day > 0 { part(day) }
      return count
    }
  }

  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    left.number < right.number
  }
}
