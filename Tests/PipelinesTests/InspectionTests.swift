import TestSupport
import Testing

@testable import Pipelines

/// `inspect` shows what a table holds beside what is read of it.
@Suite struct InspectionTests {
  private func inspect(_ text: String, _ name: String) throws -> Inspection {
    let project = try TestProject()
    try project.write(text, to: "registers/" + name)
    return try #require(try Inspection.of([project.root + "/registers/" + name]).first)
  }

  @Test func columnsThatNobodyAsksForAreShown() throws {
    let report = try inspect(
      "region_code,year,population,备注,来源说明\n341300,2024,5000000,估计,\n341300,2023,4900000,,\n",
      "population.csv")
    let lines = report.lines()
    #expect(lines.contains("  encoding utf-8"))
    #expect(
      lines.contains {
        $0.hasPrefix("  unknown column \"备注\" in") && $0.contains("filled in 1 row")
      })
    #expect(
      lines.contains { $0.hasPrefix("  unknown column \"来源说明\" in") && $0.contains("in 0 rows") })
    let json = String(decoding: report.json().bytes, as: UTF8.self)
    #expect(json.contains("\"name\":\"备注\",\"filled_cells\":1"))
  }

  @Test func withoutAnEncodingThereIsNoLine() throws {
    let lines = try inspect("PK", "population.bin").lines()
    #expect(!lines.contains { $0.hasPrefix("  encoding") })
    #expect(lines.contains { $0.hasPrefix("  first reject") })
  }
}
