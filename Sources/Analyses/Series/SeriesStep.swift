import Records

/// How far apart the points of a series lie: at the ends of months, quarters or years.
package enum SeriesStep: String, CaseIterable, Hashable, Sendable {
  case month
  case quarter
  case year

  private var months: Int {
    switch self {
    case .month: return 1
    case .quarter: return 3
    case .year: return 12
    }
  }

  /// The ends of the calendar's periods within [`first`, `last`], and `last` itself, in order.
  ///
  /// Figures of plans are those of period ends; the last day asked for is what a reader looks for
  /// first, so it is a point even within a period. `first` is one only if it ends a period.
  package func points(from first: CalendarDay, to last: CalendarDay) -> [CalendarDay] {
    guard first <= last else { return [] }
    var points: [CalendarDay] = []
    var month = first.year * 12 + (first.month - 1) / months * months + months
    // The day before the first of the next period.
    while let end = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)?.adding(days: -1),
      end <= last
    {
      if end >= first { points.append(end) }
      month += months
    }
    if points.last != last { points.append(last) }
    return points
  }

  /// Whether a day is the last of a month, a quarter or a year.
  package func ends(on day: CalendarDay) -> Bool {
    day.month % months == 0 && day.adding(days: 1).map { $0.day == 1 } ?? true
  }
}
