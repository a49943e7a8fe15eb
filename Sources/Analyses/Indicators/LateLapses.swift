import Records

/// What lapses that have taken effect, but are not published yet, will take from today's figure.
///
/// A lapse is published months after it takes effect, so every figure is too high at first. How much,
/// the store's own past tells: at each of the month-ends long enough ago, the patents that were then
/// counted as in force although their lapse had taken effect, divided by all that were. Today's
/// revision is expected to be the mean of these shares; the interval runs from the least to the
/// greatest of them.
///
/// A right that was restored later had lapsed at those month-ends all the same, unless the plan reads
/// restorations as retroactive. Who had moved in or out by then was or was not counted then, wherever
/// he lives today. Month-ends overlap, so the interval is no
/// confidence interval: it says what has occurred.
package struct LateLapses: Hashable, Sendable {
  /// Patents to be taken off: the expected number, the least and the greatest.
  package struct Revision: Hashable, Sendable {
    package var expected: Double
    package var low: Double
    package var high: Double

    package init(expected: Double, low: Double, high: Double) {
      self.expected = expected
      self.low = low
      self.high = high
    }
  }

  /// The newest day of legal status read.
  package var dataAsOf: CalendarDay
  /// The month-ends that were compared: the first, the last, and how many.
  package var from: CalendarDay
  package var to: CalendarDay
  package var months: Int
  package var base: Revision
  package var count: Revision

  package init(
    dataAsOf: CalendarDay, from: CalendarDay, to: CalendarDay, months: Int, base: Revision,
    count: Revision
  ) {
    self.dataAsOf = dataAsOf
    self.from = from
    self.to = to
    self.months = months
    self.base = base
    self.count = count
  }
}
