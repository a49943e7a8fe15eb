import Records
import Reports
import Testing

@Suite struct ChineseFiguresTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (5_324_476, "5,324,476"), (-1234, "-1,234"),
  ])
  func grouped(number: Int, text: String) { #expect(ChineseFigures.grouped(number) == text) }

  @Test(arguments: [
    (0.7343, 3, "0.734"), (1.9996, 3, "2.000"), (-0.0004, 3, "0.000"), (-0.5, 0, "-1"),
    (12_345.678, 2, "12,345.68"), (0.05, 1, "0.1"), (-1.266, 3, "-1.266"),
  ])
  func fixed(number: Double, places: Int, text: String) {
    #expect(ChineseFigures.fixed(number, places: places) == text)
  }

  @Test func others() throws {
    #expect(ChineseFigures.rate(9.8765) == "9.88")
    #expect(ChineseFigures.rate(16.28) == "16.28")
    #expect(ChineseFigures.plain(2) == "2")
    #expect(ChineseFigures.plain(1.5) == "1.5")
    #expect(ChineseFigures.share(1, of: 0) == "—")
    #expect(ChineseFigures.share(278, of: 391) == "71.1%")
    #expect(ChineseFigures.day(try #require(CalendarDay("2025-01-05"))) == "2025年1月5日")
  }
}
