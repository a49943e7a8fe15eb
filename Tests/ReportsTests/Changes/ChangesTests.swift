import Analyses
import Records
import Testing

@testable import Reports

@Suite struct ChangesTests {
  /// A night with `causes` causes on each side; the count rises by one a cause in and falls by one
  /// a cause out.
  private func difference(_ causes: [ChangeCause]) throws -> RunDifference {
    let region = try #require(RegionCode("341300"))
    let county = try #require(RegionCode("341302"))
    let day = try #require(CalendarDay("2025-07-08"))
    var patents: [ChangedPatent] = []
    for (index, cause) in causes.enumerated() {
      for (direction, first) in [(PatentChange.Direction.entry, 1), (.exit, 2)] {
        let number = try #require(
          ApplicationNumber(key: Int64(202_010_000_000 + index * 10 + first)))
        let fact = ChangeFact(
          rule: "granted", file: "cnipa/新.zip", member: "1/B.XML", field: "publication_date",
          value: "=1+1")
        let reason = ChangeReason(
          cause, day: day, isKnownLate: index == 1, fact: index == 0 ? nil : fact,
          detail: index == 2 ? "keywords：2021（0f3a9c5b） → 2021（1d247810）" : nil)
        patents.append(
          ChangedPatent(
            applicationNumber: number.canonical, publicationNumber: "111226534",
            title: "一种<椅>&\"桌\"",
            changes: [.base, .highValue, .criterion(.award), .county(county)].map {
              PatentChange(figure: $0, direction: direction, reason: reason)
            }))
      }
    }
    patents.sort { $0.applicationNumber < $1.applicationNumber }
    let counts = FigureCounts(
      base: 622, highValue: 391, criteria: [.award: 40], counties: [county: 120, region: 271])
    return RunDifference(
      region: region,
      run: .init(id: "1f3a9c5be1d24781", asOf: try #require(CalendarDay("2025-12-31"))),
      previous: .init(id: "0f3a9c5be1d24781", asOf: try #require(CalendarDay("2025-12-30"))),
      rules: [RuleChange(.plan, "calibre.award.levels", before: "[金奖]", after: nil)],
      before: counts, after: counts, patents: patents,
      name: { ChangeNames.name($0, region: "341300", counties: ["341302": "埇桥区"]) })
  }

  @Test func sampleEqualsGoldenFiles() throws {
    let sample = try difference([.granted, .lapsed, .keywordTableChanged])
    #expect(sample.inconsistencies() == [])
    try GoldenFile.expect(ChangesJSON.bytes(sample), equals: "changes.json")
    try GoldenFile.expect(ChangesCSV.bytes(sample), equals: "changes.csv")
    try GoldenFile.expect(ChangesSVG.bytes(sample), equals: "changes.svg")
  }

  @Test func theDocumentFitsItsSchemaAndReadsBack() throws {
    let nothing = try difference([])
    var first = nothing
    first.previous = nil
    first.figures = []
    first.notCompared = "首次发布，没有可比较的上次发布。"
    for item in [nothing, first, try difference(ChangeCause.allCases)] {
      let bytes = ChangesJSON.bytes(item)
      let faults = try JSONSchema(named: "changes").faults(in: JSONNode(parsing: bytes))
      #expect(faults == [])
      #expect(ChangesJSON.difference(.init(bytes)) == item)
    }
  }

  @Test func aWrongSumIsNamed() throws {
    var wrong = try difference([.granted])
    wrong.figures[1].after += 1
    wrong.figures[2].before -= 1
    #expect(wrong.inconsistencies().count == 2)
    #expect(wrong.inconsistencies().first?.hasPrefix("high-value: 391 + 1 - 1 is 391") == true)
    var twice = try difference([.granted])
    twice.patents[0].changes.append(twice.patents[0].changes[0])
    #expect(twice.inconsistencies().count == 1)
  }

  @Test func everyCauseHasANameOfItsOwn() {
    let names = ChangeCause.allCases.map { ChangeNames.name($0) }
    #expect(Set(names).count == names.count)
    // The longest fits left of the bars: 14 px a character, 148 px.
    #expect(names.allSatisfy { $0.count <= 10 })
  }

  @Test func theChartTellsWhereItsAxisBegins() throws {
    let text = String(
      decoding: ChangesSVG.bytes(try difference(Array(ChangeCause.allCases.prefix(12)))),
      as: UTF8.self)
    #expect(text.contains("391 → 391（±0件）"))
    #expect(text.contains("进入12件，退出12件"))
    #expect(text.contains("横轴自385件起"))
    try GoldenFile.expect(Array(text.utf8), equals: "changes-12.svg")
    let none = String(decoding: ChangesSVG.bytes(try difference([])), as: UTF8.self)
    #expect(none.contains("没有变化"))
    #expect(!none.contains("<script") && !none.contains("href"))
  }
}
