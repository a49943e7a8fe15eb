import Records
import Store

/// Estimates the revision by late lapses from the days on which patents were of the base set.
package struct LateLapseAnalysis {
  /// Days in the base set, as `yyyymmdd`: ``Store/JudgedApplication/Presence``.
  struct Presence {
    var from: Int32
    var until: Int32?
    var endPublishedOn: Int32?
    var isLapse = false
    var highValueFrom: Int32?
  }

  /// Lapses are published within about this many months, so of month-ends before that all are known.
  static let completeAfterMonths = 24
  /// How many month-ends are compared, and at least how many must be.
  static let months = 36
  static let leastMonths = 12
  /// A share of fewer patents than these says nothing.
  static let leastPatents = 20

  private let database: IPDatabase

  package init(_ database: IPDatabase) { self.database = database }

  /// The revision of a figure at a cut-off; nil where the past is too short or too small to tell.
  ///
  /// - Parameters:
  ///   - dataAsOf: the newest day of legal status read. The later it lies behind the cut-off, the more
  ///     of the lapses are known already, and the earlier before it, the fewer; the past is looked at
  ///     from the same distance.
  package func revision(
    at cutOff: CalendarDay, dataAsOf: CalendarDay, base: Int
  ) throws -> LateLapses? {
    var presences: [Presence] = []
    try database.scan(
      "SELECT from_on, until_on, end_published_on, is_lapse, high_value_from FROM presence"
    ) { row in
      guard let from = row.text(0).flatMap({ CalendarDay($0) }) else { return }
      presences.append(
        Presence(
          from: from.number, until: row.text(1).flatMap { CalendarDay($0) }?.number,
          endPublishedOn: row.text(2).flatMap { CalendarDay($0) }?.number,
          isLapse: row.text(3) == "1",
          highValueFrom: row.text(4).flatMap { CalendarDay($0) }?.number))
    }
    return LateLapseAnalysis.revision(presences, at: cutOff, dataAsOf: dataAsOf, base: base)
  }

  /// - Complexity: O(presences × months).
  static func revision(
    _ presences: [Presence], at cutOff: CalendarDay, dataAsOf: CalendarDay, base: Int
  ) -> LateLapses? {
    // Negative where the data end before the cut-off: then the lapses of that time are unknown too.
    let hindsight = dataAsOf.daysSinceEpoch - cutOff.daysSinceEpoch
    let monthEnds = monthEnds(before: dataAsOf)
    var shares: [(day: CalendarDay, base: Double, count: Double)] = []
    for day in monthEnds {
      guard let known = day.adding(days: hindsight) else { continue }
      var inForce = 0
      var late = 0
      var lateHighValue = 0
      for presence in presences where presence.from <= day.number {
        if let until = presence.until, until <= day.number { continue }
        if let published = presence.endPublishedOn, published <= known.number { continue }
        inForce += 1
        guard presence.endPublishedOn != nil, presence.isLapse else { continue }
        late += 1
        if let from = presence.highValueFrom, from <= day.number { lateHighValue += 1 }
      }
      guard inForce >= leastPatents else { continue }
      shares.append(
        (day, Double(late) / Double(inForce), Double(lateHighValue) / Double(inForce)))
    }
    guard shares.count >= leastMonths, let first = shares.last, let last = shares.first else {
      return nil
    }
    func revision(_ share: (Double, Double) -> Double) -> LateLapses.Revision {
      let all = shares.map { share($0.base, $0.count) }
      let mean = all.reduce(0, +) / Double(all.count)
      return LateLapses.Revision(
        expected: mean * Double(base), low: (all.min() ?? 0) * Double(base),
        high: (all.max() ?? 0) * Double(base))
    }
    return LateLapses(
      dataAsOf: dataAsOf, from: first.day, to: last.day, months: shares.count,
      base: revision { share, _ in share }, count: revision { _, share in share })
  }

  /// The month-ends that are long enough before a day, the latest first.
  private static func monthEnds(before day: CalendarDay) -> [CalendarDay] {
    var ends: [CalendarDay] = []
    var year = day.year
    var month = day.month
    for step in 0..<(completeAfterMonths + months) {
      // The day before the first of a month.
      if let first = CalendarDay(year: year, month: month, day: 1),
        let end = first.adding(days: -1), step >= completeAfterMonths
      {
        ends.append(end)
      }
      month -= 1
      if month == 0 {
        month = 12
        year -= 1
      }
    }
    return ends
  }
}
