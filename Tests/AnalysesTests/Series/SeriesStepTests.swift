import Records
import Testing

@testable import Analyses

@Suite struct SeriesStepTests {
  private func points(_ step: SeriesStep, _ from: String, _ to: String) -> [String] {
    step.points(from: CalendarDay(from)!, to: CalendarDay(to)!).map { $0.isoText }
  }

  @Test func endsOfMonthsAndTheLastDay() {
    #expect(
      points(.month, "2023-12-31", "2024-03-15")
        == ["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-15"])
    #expect(points(.month, "2024-01-01", "2024-02-29") == ["2024-01-31", "2024-02-29"])
    #expect(points(.month, "2024-02-10", "2024-02-20") == ["2024-02-20"])
    #expect(points(.month, "2015-01-01", "2024-12-31").count == 120)
  }

  @Test func endsOfQuartersAndYears() {
    #expect(
      points(.quarter, "2023-11-05", "2024-10-01")
        == ["2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2024-10-01"])
    #expect(
      points(.year, "2020-06-01", "2022-12-31") == ["2020-12-31", "2021-12-31", "2022-12-31"])
    #expect(points(.year, "2021-01-01", "2021-12-30") == ["2021-12-30"])
    #expect(points(.year, "9999-01-01", "9999-12-31") == ["9999-12-31"])
  }

  @Test func aPeriodOfOneDayOrNone() {
    #expect(points(.month, "2024-02-29", "2024-02-29") == ["2024-02-29"])
    #expect(points(.month, "2024-03-01", "2024-02-29") == [])
  }

  @Test func whichDaysEndAPeriod() {
    let day = { (text: String) in CalendarDay(text)! }
    #expect(SeriesStep.month.ends(on: day("2024-02-29")))
    #expect(!SeriesStep.month.ends(on: day("2024-02-28")))
    #expect(SeriesStep.quarter.ends(on: day("2024-06-30")))
    #expect(!SeriesStep.quarter.ends(on: day("2024-05-31")))
    #expect(SeriesStep.year.ends(on: day("9999-12-31")))
    #expect(!SeriesStep.year.ends(on: day("2024-09-30")))
  }
}
