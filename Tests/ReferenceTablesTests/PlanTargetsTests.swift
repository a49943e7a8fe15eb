import Testing

@testable import ReferenceTables

@Suite struct PlanTargetsTests {
  let targets: PlanTargets

  init() throws { targets = try PlanTargets(TableCatalogue().table("plan-targets")) }

  /// Source: 宿政办秘〔2022〕41号, 主要指标表.
  @Test(arguments: [
    ("I1", 2023, 1.5), ("I1", 2025, 2), ("I2", 2025, 10), ("I4", 2023, 8.5), ("P1", 2025, 40),
    ("P7", 2025, 40), ("P2", 2025, 12),
  ])
  func value(_ id: String, _ year: Int, _ expected: Double) throws {
    #expect(try #require(targets[id]).value(in: year) == expected)
  }

  @Test func whatIsNoNumberStaysText() throws {
    let breeds = try #require(targets["P31"])
    #expect(breeds.printed[2025] == "10-12/13-15")
    #expect(breeds.value(in: 2025) == nil)
    #expect(breeds.years.isEmpty)
    #expect(targets["I1"]?.years == [2023, 2025])
    #expect(targets["I1"]?.base == "1")
    #expect(targets["I1"]?.source == "宿政办秘〔2022〕41号")
  }
}
