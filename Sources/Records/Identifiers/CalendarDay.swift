/// A complete day of the Gregorian calendar, between 0001-01-02 and 9999-12-31.
///
/// Stored as the number `yyyymmdd`, so days compare and hash as integers. 0001-01-01 is what
/// several offices write for "no date" and therefore has no value here.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// The day as the decimal number `yyyymmdd`.
  package let number: Int32

  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year),
      !(year == 1 && month == 1 && day == 1)
    else { return nil }
    number = Int32(year * 10_000 + month * 100 + day)
  }

  /// The day of a `yyyymmdd` number, for values read back from the database.
  package init?(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Reads `2025-12-31`, `20251231`, `2025/12/31`, `2025.12.31` and `2025年12月31日`.
  package init?(_ text: some StringProtocol) {
    guard let day = PartialDate(text)?.day else { return nil }
    self = day
  }

  package var year: Int { Int(number) / 10_000 }
  package var month: Int { Int(number) / 100 % 100 }
  package var day: Int { Int(number) % 100 }

  /// The day as ISO 8601 text, `2025-12-31`.
  package var isoText: String { PartialDate(self).isoText }

  /// The same day of a later (or earlier) year; 29 February becomes 28 February where the year has
  /// none, as terms are counted in 专利法实施细则 rule 6.
  package func adding(years: Int) -> CalendarDay? {
    let target = year + years
    return CalendarDay(
      year: target, month: month,
      day: min(day, CalendarDay.length(ofMonth: month, year: max(target, 1))))
  }

  /// Days since 1970-01-01, for differences between days.
  package var daysSinceEpoch: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day `days` after this one (before it, if negative).
  package func adding(days: Int) -> CalendarDay? {
    let z = daysSinceEpoch + days + 719_468
    guard z >= 0 else { return nil }
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return CalendarDay(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  package var description: String { isoText }
}
