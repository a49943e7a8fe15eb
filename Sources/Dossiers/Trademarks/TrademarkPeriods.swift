import Records

/// The legal periods of a registered mark, by the day from which they apply.
///
/// Source: 商标法 (2019年修正) 第三十九条: ten years from registration; 第四十条: renewal within the twelve
/// months before the end, else within a 宽展期 of six months behind it. Before 2014-05-01 (2013年修正
/// in force) the renewal window was six months.
package enum TrademarkPeriods {
  package static let termYears = 10
  package static let graceMonths = 6

  /// The months before the end in which renewal may be applied for.
  package static func renewalMonths(endingOn expiry: CalendarDay) -> Int {
    expiry.number < 2014_05_01 ? 6 : 12
  }

  /// The last day of a term that began on a day: 2013-05-21 gives 2023-05-20.
  package static func lastDay(ofTermFrom start: CalendarDay) -> CalendarDay? {
    start.adding(years: termYears)?.adding(days: -1)
  }

  /// The first day of a term that ends on a day.
  package static func firstDay(ofTermTo end: CalendarDay) -> CalendarDay? {
    end.adding(days: 1)?.adding(years: -termYears)
  }
}

extension CalendarDay {
  /// The same day of a later (or earlier) month; the month's last day where it has none such.
  package func adding(months: Int) -> CalendarDay? {
    let index = year * 12 + month - 1 + months
    let target = (year: index / 12, month: index % 12 + 1)
    for candidate in stride(from: day, through: 28, by: -1) {
      if let found = CalendarDay(year: target.year, month: target.month, day: candidate) {
        return found
      }
    }
    return CalendarDay(year: target.year, month: target.month, day: day)
  }
}
