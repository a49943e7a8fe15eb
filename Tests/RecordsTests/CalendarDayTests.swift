import TestSupport
import Testing

@testable import Records

@Suite struct CalendarDayTests {
  /// A day as anyone counts it, one after another.
  private struct SlowDay: Equatable {
    var year: Int
    var month: Int
    var day: Int

    private var isLeap: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    private var lengths: [Int] {
      [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    }

    mutating func advance() {
      day += 1
      if day > lengths[month - 1] {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        year += 1
      }
    }
  }

  @Test func everyDayOfFiveCenturies() throws {
    var slow = SlowDay(year: 1799, month: 12, day: 30)
    let start = try #require(CalendarDay(year: 1799, month: 12, day: 30))
    var previous: CalendarDay?
    for offset in 0..<183_000 {
      let day = try #require(CalendarDay(year: slow.year, month: slow.month, day: slow.day))
      guard day.daysSinceEpoch == start.daysSinceEpoch + offset, start.adding(days: offset) == day,
        previous.map({ $0 < day && day.adding(days: -1) == $0 }) ?? true
      else {
        Issue.record("\(day) is not \(offset) days after \(start)")
        return
      }
      previous = day
      slow.advance()
    }
    #expect(previous?.year == 2301)
    #expect(CalendarDay(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
  }

  @Test func randomDaysThereAndBack() throws {
    var random = SeededGenerator()
    let seed = Comment(rawValue: "seed \(random.seed)")
    // Texts of January of the year 1 mean "no date".
    let first = try #require(CalendarDay(year: 1, month: 2, day: 1))
    let last = try #require(CalendarDay(year: 9999, month: 12, day: 31))
    for _ in 0..<2_000 {
      let days = Int.random(in: first.daysSinceEpoch...last.daysSinceEpoch, using: &random)
      let base = try #require(CalendarDay(year: 1970, month: 1, day: 1))
      let day = try #require(base.adding(days: days), seed)
      #expect(day.daysSinceEpoch == days, seed)
      #expect(CalendarDay(number: Int(day.number)) == day, seed)
      #expect(CalendarDay(day.isoText) == day, "\(seed) \(day)")
      #expect(CalendarDay(day.isoText.filter { $0 != "-" }) == day, "\(seed) \(day)")
      let chinese = "\(day.isoText.prefix(4))年\(day.month)月\(day.day)日"
      #expect(CalendarDay(chinese) == day, "\(seed) \(chinese)")
      #expect(PartialDate(day).day == day, seed)
    }
    #expect(last.adding(days: 1) == nil)
    #expect(CalendarDay(year: 1, month: 1, day: 2)?.adding(days: -1) == nil)
  }

  @Test func yearsKeepTheDayExceptOnLeapDays() throws {
    var random = SeededGenerator()
    let seed = Comment(rawValue: "seed \(random.seed)")
    for _ in 0..<2_000 {
      let year = Int.random(in: 1600...2400, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let number = Int.random(in: 1...31, using: &random)
      guard let day = CalendarDay(year: year, month: month, day: number) else { continue }
      let years = Int.random(in: -200...200, using: &random)
      let moved = try #require(day.adding(years: years), seed)
      #expect(moved.year == year + years, "\(seed) \(day)")
      #expect(moved.month == month, "\(seed) \(day)")
      let isMissing =
        month == 2 && number == 29
        && CalendarDay(year: year + years, month: 2, day: 29) == nil
      #expect(moved.day == (isMissing ? 28 : number), "\(seed) \(day) + \(years)")
    }
    #expect(CalendarDay("2004-02-29")?.adding(years: 20)?.isoText == "2024-02-29")
    #expect(CalendarDay("2004-02-29")?.adding(years: 10)?.isoText == "2014-02-28")
    #expect(CalendarDay("9990-01-01")?.adding(years: 10) == nil)
    #expect(CalendarDay("0010-01-01")?.adding(years: -10) == nil)
  }

  @Test(arguments: [
    "", "0", "00000000", "0001-01-01", "00010101", "2025-02-29", "1900-02-29", "2025-13-01",
    "2025-00-10", "2025-04-31", "20250431", "2025", "2025-04", "25-04-01", "12025-04-01",
    "2025-4-1x", "2025年", "2025-04-01-01", "-2025-04-01",
  ])
  func noDay(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func anyTextIsReadOrRefused() {
    var random = SeededGenerator()
    let characters = Array("0123456789-/. 年月日x")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          characters[Int.random(in: 0..<characters.count, using: &random)]
        })
      guard let date = PartialDate(text) else { continue }
      #expect(PartialDate(date.isoText) == date, "seed \(random.seed): \(text)")
      #expect(PartialDate(number: Int(date.number)) == date, "seed \(random.seed): \(text)")
      if let day = date.day { #expect(PartialDate(day) == date, "seed \(random.seed): \(text)") }
    }
  }
}
