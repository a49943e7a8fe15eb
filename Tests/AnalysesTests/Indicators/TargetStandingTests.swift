import Analyses
import Records
import Testing

@Suite struct TargetStandingTests {
  private static let path = [
    PlanTarget(year: 2025, value: 2), PlanTarget(year: 2021, value: 1),
    PlanTarget(year: 2023, value: 1.5),
  ]

  @Test(arguments: [
    ("2019-06-30", 2021, 1.0), ("2021-12-31", 2021, 1.0), ("2022-01-01", 2023, 1.5),
    ("2023-12-31", 2023, 1.5), ("2024-03-01", 2025, 2.0), ("2025-12-31", 2025, 2.0),
  ])
  func nextTargetIsOfTheDaysYearOrLater(day: String, year: Int, value: Double) throws {
    let asOf = try #require(CalendarDay(day))
    let standing = TargetStanding(targets: Self.path, asOf: asOf, value: 0.734)
    #expect(standing == .next(PlanTarget(year: year, value: value), gap: value - 0.734))
  }

  @Test(arguments: [(1.999, false), (2.0, true), (2.4, true)])
  func afterTheLastTargetItsResultStands(value: Double, reached: Bool) throws {
    let asOf = try #require(CalendarDay("2026-01-01"))
    let standing = TargetStanding(targets: Self.path, asOf: asOf, value: value)
    #expect(standing == .past(PlanTarget(year: 2025, value: 2), reached: reached))
  }

  @Test func surplusIsNegativeGapAndNoPlanHasNoTarget() throws {
    let asOf = try #require(CalendarDay("2025-12-31"))
    let surplus = TargetStanding(targets: Self.path, asOf: asOf, value: 2.5)
    #expect(surplus == .next(PlanTarget(year: 2025, value: 2), gap: -0.5))
    #expect(TargetStanding(targets: [], asOf: asOf, value: 2.5) == .withoutTarget)
  }
}
