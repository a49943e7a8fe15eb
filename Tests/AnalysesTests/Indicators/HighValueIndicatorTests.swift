import Analyses
import Records
import Testing

@Suite struct HighValueIndicatorTests {
  /// Ten patents, five of them high-value; one waits for its family, one for its legal status.
  private func sound() throws -> HighValueIndicator {
    HighValueIndicator(
      region: try #require(RegionCode("341300")), regionName: "宿州市",
      asOf: try #require(CalendarDay("2025-12-31")), run: "0123456789abcdef", count: 5,
      countUpper: 7, population: PopulationFigure(persons: 30_000, year: 2024, source: "公报"),
      base: BaseSetCounts(
        validInventions: 10, undeterminedInForce: 1, unresolvedRegion: 0,
        missingStanding: [MissingMaterial(reason: "法律状态数据（未载入）", count: 1)]),
      criteria: HighValueCriterion.allCases.map { criterion in
        switch criterion {
        case .strategicEmergingIndustry:
          CriterionCounts(criterion: criterion, met: 4, notMet: 6, undetermined: 0)
        case .overseasFamily:
          CriterionCounts(
            criterion: criterion, met: 2, notMet: 7, undetermined: 1,
            missing: [MissingMaterial(reason: "同族专利检索结果", count: 1)])
        default: CriterionCounts(criterion: criterion, met: 0, notMet: 10, undetermined: 0)
        }
      },
      overlap: [
        CriteriaCombination([.strategicEmergingIndustry], count: 3),
        CriteriaCombination([.strategicEmergingIndustry, .overseasFamily], count: 1),
        CriteriaCombination([.overseasFamily], count: 1),
      ], bands: IndustryBands(ipcOnly: 6, withKeywords: 5),
      counties: [
        CountyCount(region: try #require(RegionCode("341302")), name: "埇桥区", count: 4),
        CountyCount(region: try #require(RegionCode("341300")), name: "未定县区", count: 1),
      ], planPath: [PlanTarget(year: 2025, value: 2)],
      calibre: [CalibreSetting("strategic-emerging-industry", "keywords", .text("required"))],
      tables: [], inputs: [])
  }

  @Test func soundResultHasNoInconsistency() throws {
    let indicator = try sound()
    #expect(indicator.inconsistencies() == [])
    #expect(indicator.value == 5.0 / 3.0)
    #expect(indicator.countOnly(by: .strategicEmergingIndustry) == 3)
    #expect(indicator.countOnly(by: .award) == 0)
  }

  @Test func listsAreInPublishedOrder() throws {
    let indicator = try sound()
    #expect(
      indicator.overlap.map { $0.criteria.map { $0.id } } == [
        ["overseas-family"], ["overseas-family", "strategic-emerging-industry"],
        ["strategic-emerging-industry"],
      ])
    #expect(indicator.counties.map { $0.region.text } == ["341300", "341302"])
  }

  private struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var make: @Sendable (inout HighValueIndicator) -> Void

    init(_ text: String, _ make: @escaping @Sendable (inout HighValueIndicator) -> Void) {
      testDescription = text
      self.make = make
    }
  }

  private static let faults = [
    Fault("population is 0 persons") { $0.population.persons = 0 },
    Fault("what is missing of the standing adds up to 2, undetermined_in_force is 1") {
      $0.base.missingStanding[0].count = 2
    },
    Fault("base.unresolved_region is -1") { $0.base.unresolvedRegion = -1 },
    Fault("count_upper is 4, expected 5 to 7") { $0.countUpper = 4 },
    Fault("count_upper is 8, expected 5 to 7") { $0.countUpper = 8 },
    Fault("criteria are not the five in their order") { $0.criteria.swapAt(0, 1) },
    Fault("award answers for 11 patents, the base set has 10") { $0.criteria[4].notMet = 11 },
    Fault("overseas-family has 1 undetermined patents, the missing materials name 0") {
      $0.criteria[1].missing = []
    },
    Fault("overlap adds up to 6, count is 5") { $0.overlap[0].count = 2 },
    Fault("overlap has 3 patents with overseas-family, met is 2") { $0.overlap[0].count = 2 },
    Fault("overlap has a combination twice or out of order") { $0.overlap.swapAt(0, 1) },
    Fault("overlap has an empty combination") { $0.overlap[0] = CriteriaCombination([], count: 1) },
    Fault("by_county adds up to 3, count is 5") { $0.counties[1].count = 2 },
    Fault("by_county has 341302 twice or out of order") { $0.counties[0] = $0.counties[1] },
    Fault("the band of the calibre is 6, count is 5") {
      $0.calibre[0].value = .text("ignored")
    },
    Fault("a band of 11 does not fit the base set of 10") { $0.bands.ipcOnly = 11 },
  ]

  @Test(arguments: faults)
  private func faultIsNamed(fault: Fault) throws {
    var indicator = try sound()
    fault.make(&indicator)
    let found = indicator.inconsistencies()
    #expect(found.contains(fault.testDescription), "found \(found)")
  }
}
