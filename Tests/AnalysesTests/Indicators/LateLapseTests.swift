import Records
import Testing

@testable import Analyses

@Suite struct LateLapseTests {
  private typealias Presence = LateLapseAnalysis.Presence

  /// One that lives; or the two rows of one whose end was published late.
  private func life(
    _ granted: Int32, ended: Int32? = nil, published: Int32? = nil, high: Bool = false,
    isLapse: Bool = true
  ) -> [Presence] {
    let life = Presence(from: granted, until: ended)
    guard let ended, let published else { return [life] }
    return [
      life,
      Presence(
        from: ended, until: nil, endPublishedOn: published, isLapse: isLapse,
        highValueFrom: high ? ended : nil),
    ]
  }

  /// A hundred patents of which one a month lapses, published a year later: at every month-end twelve
  /// lapses are unknown.
  @Test func twelveMonthsOfOneLapseEach() throws {
    var lives = (0..<100).flatMap { _ in life(2005_01_01) }
    for year in 2010...2024 {
      for month in 1...12 {
        let day = Int32(year * 10_000 + month * 100 + 15)
        lives.append(
          contentsOf:
            life(2005_01_01, ended: day, published: day + 10_000, high: month % 2 == 0))
      }
    }
    let cutOff = try #require(CalendarDay("2025-12-31"))
    let found = try #require(
      LateLapseAnalysis.revision(lives, at: cutOff, dataAsOf: cutOff, base: 1000))
    #expect(found.months == 36)
    #expect(found.from.isoText == "2020-12-31" && found.to.isoText == "2023-11-30")
    // At the end of November 2023 known: 100 that live, those that lapse later (13), and the 12.
    let last = 12.0 / (100 + 13 + 12)
    let first = 12.0 / (100 + 48 + 12)
    #expect(abs(found.base.high - last * 1000) < 1e-9)
    #expect(abs(found.base.low - first * 1000) < 1e-9)
    #expect(found.base.low < found.base.expected && found.base.expected < found.base.high)
    #expect(abs(found.count.high - last * 500) < 1e-9)

    // Data that reach a year beyond the cut-off know all of them.
    let hindsight = try #require(CalendarDay("2026-12-31"))
    let late = try #require(
      LateLapseAnalysis.revision(lives, at: cutOff, dataAsOf: hindsight, base: 1000))
    #expect(late.base.expected == 0 && late.base.high == 0)

    // Data that end half a year before the cut-off lack the lapses of that half year besides.
    let stale = try #require(CalendarDay("2025-06-30"))
    let blind = try #require(
      LateLapseAnalysis.revision(lives, at: cutOff, dataAsOf: stale, base: 1000))
    #expect(abs(blind.base.high - 18.0 / (100 + 19 + 18) * 1000) < 1e-9)
  }

  /// An end that is no lapse, and was not published either, is no revision by a lapse; but the patent
  /// counted then. One that has moved out since, or that was restored, counted while it was there.
  @Test func whoCountedThenIsTheBaseOfTheShare() throws {
    var presences = (0..<90).flatMap { _ in life(2005_01_01) }
    presences += (0..<5).flatMap { _ in life(2005_01_01, ended: 2025_12_01) }
    presences += (0..<5).flatMap { _ in
      life(2005_01_01, ended: 2015_01_15, published: 2025_12_15, isLapse: false)
    }
    let restored = life(2005_01_01, ended: 2015_01_15, published: 2025_06_15)
    presences += restored + [Presence(from: 2025_10_01)]
    let cutOff = try #require(CalendarDay("2025-12-31"))
    let found = try #require(
      LateLapseAnalysis.revision(presences, at: cutOff, dataAsOf: cutOff, base: 101))
    #expect(abs(found.base.expected - 1) < 1e-9)
    #expect(abs(found.base.low - 1) < 1e-9 && abs(found.base.high - 1) < 1e-9)
  }

  /// Too short a past, or too few patents, gives no estimate rather than a poor one.
  @Test func aShortPastTellsNothing() throws {
    let cutOff = try #require(CalendarDay("2025-12-31"))
    let young = (0..<100).flatMap { _ in life(2023_06_01) }
    #expect(LateLapseAnalysis.revision(young, at: cutOff, dataAsOf: cutOff, base: 100) == nil)
    let few = (0..<19).flatMap { _ in life(2000_01_01) }
    #expect(LateLapseAnalysis.revision(few, at: cutOff, dataAsOf: cutOff, base: 19) == nil)
    #expect(LateLapseAnalysis.revision([], at: cutOff, dataAsOf: cutOff, base: 0) == nil)
  }
}
