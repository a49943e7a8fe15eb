import Analyses
import Records
import Testing

@testable import Pipelines

@Suite struct RuleComparisonTests {
  private func run(_ edit: (inout ComparedRun) -> Void = { _ in }) throws -> ComparedRun {
    var run = ComparedRun(
      id: "0f3a9c5be1d24781", asOf: try #require(CalendarDay("2025-12-31")), tool: "0.1.0",
      finishedAt: "2026-01-01T00:00:00Z",
      settings: ["inputs": "a", "families": "partial", "calibre.parks": "separate"],
      tables: [
        "keywords": .init(edition: "2021", sha256: "aaaaaaaabbbb"),
        "cn-divisions": .init(edition: "2024", sha256: "ccccccccdddd"),
      ], counts: nil, countyNames: [:], evidence: "")
    edit(&run)
    return run
  }

  private func cause(
    _ figure: ChangeFigure, _ edit: (inout ComparedRun) -> Void
  ) throws -> ChangeReason? {
    RuleComparison(try run(), try run(edit)).reason(for: figure)
  }

  @Test func onlyWhatAFigureDependsOnIsNamed() throws {
    let county = ChangeFigure.county(try #require(RegionCode("341302")))
    let industry = ChangeFigure.criterion(.strategicEmergingIndustry)
    let parks = { (run: inout ComparedRun) in run.settings["calibre.parks"] = "county" }
    #expect(try cause(county, parks)?.cause == .planChanged)
    #expect(try cause(county, parks)?.detail == "calibre.parks：separate → county")
    #expect(try cause(industry, parks) == nil)
    let families = { (run: inout ComparedRun) in run.settings["families"] = "complete" }
    #expect(try cause(.criterion(.overseasFamily), families)?.cause == .planChanged)
    #expect(try cause(.base, families) == nil)
    // Which files are read decides records, not rules.
    #expect(try cause(.base) { $0.settings["inputs"] = "b" } == nil)
  }

  @Test func tablesAreComparedByContent() throws {
    let industry = ChangeFigure.criterion(.strategicEmergingIndustry)
    let words = { (run: inout ComparedRun) -> Void in
      run.tables["keywords"]?.sha256 = "eeeeeeeeffff"
    }
    #expect(try cause(industry, words)?.cause == .keywordTableChanged)
    #expect(try cause(industry, words)?.detail == "keywords：2021（aaaaaaaa） → 2021（eeeeeeee）")
    #expect(
      try cause(.base) { $0.tables["cn-divisions"]?.sha256 = "eeeeeeeeffff" }?.cause
        == .tableChanged)
    #expect(try cause(industry) { $0.tables["cn-divisions"]?.sha256 = "eeeeeeeeffff" } == nil)
    #expect(
      try cause(industry) { $0.tables["sei-ipc"] = .init(edition: "2026", sha256: "99999999") }?
        .detail == "sei-ipc：无 → 2026（99999999）")
  }

  @Test func theToolMattersToAllAndWithOthersNobodyIsBlamed() throws {
    let tool = { (run: inout ComparedRun) in run.tool = "0.2.0" }
    #expect(try cause(.base, tool)?.cause == .toolChanged)
    let both = { (run: inout ComparedRun) in
      run.tool = "0.2.0"
      run.settings["calibre.events"] = "published"
    }
    #expect(try cause(.base, both)?.cause == .rulesChanged)
    #expect(RuleComparison(try run(), try run(both)).changes.count == 2)
  }
}
