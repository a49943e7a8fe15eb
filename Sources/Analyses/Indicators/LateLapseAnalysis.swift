import Records
import Store

/// Estimates the revision by late lapses from the lives of the region's patents.
package struct LateLapseAnalysis {
  /// One patent's life; days as `yyyymmdd`.
  struct Life {
    var grantedOn: Int32
    var endedOn: Int32?
    var lapsePublishedOn: Int32?
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
    var lives: [Life] = []
    try database.scan(
      "SELECT granted_on, ended_on, lapse_published_on, high_value_from FROM lifespan"
    ) { row in
      guard let granted = row.text(0).flatMap({ CalendarDay($0) }) else { return }
      lives.append(
        Life(
          grantedOn: granted.number,
          endedOn: row.text(1).flatMap { CalendarDay($0) }?.number,
          lapsePublishedOn: row.text(2).flatMap { CalendarDay($0) }?.number,
          highValueFrom: row.text(3).flatMap { CalendarDay($0) }?.number))
    }
    return LateLapseAnalysis.revision(lives, at: cutOff, dataAsOf: dataAsOf, base: base)
  }

  /// - Complexity: O(lives × months).
  static func revision(
    _ lives: [Life], at cutOff: CalendarDay, dataAsOf: CalendarDay, base: Int
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
      for life in lives where life.grantedOn <= day.number {
        guard let ended = life.endedOn, ended <= day.number else {
          inForce += 1
          continue
        }
        guard let published = life.lapsePublishedOn, published > known.number else { continue }
        inForce += 1
        late += 1
        if let from = life.highValueFrom, from <= day.number { lateHighValue += 1 }
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
