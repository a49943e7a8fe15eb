import Foundation
import TestSupport
import Testing

@testable import Formats
@testable import Pipelines
@testable import Store

/// The second sample plan reads every format there is, and changes nothing of the city's own figure
/// that its evidence does not say.
@Suite struct WorldwideSamplePlanTests {
  @Test func everyFormatIsRead() throws {
    let run = try SamplePlanRun("sample-worldwide.yml")
    let found = try run.read(IndicatorDocument.self, "indicator-1.json")
    let read = Dictionary(uniqueKeysWithValues: found.inputs.map { ($0.format, $0.records) })
    for format in Formats.descriptions { #expect((read[format.id] ?? 0) > 0, "\(format.id)") }
    struct Answers: Decodable { var count: Int }
    let answers = try run.answers(Answers.self)
    #expect(found.count >= answers.count)
    let page = try String(contentsOfFile: run.latest + "index.html", encoding: .utf8)
    #expect(page.contains("<th scope=\"row\" class=\"any\">有效注册商标</th>"))
    for name in [
      "indicators.json", "trademarks.csv", "trademarks-undetermined.csv",
      "family-disagreements.csv",
    ] {
      #expect(page.contains("<a href=\"\(name)\">"), "\(name)")
    }
    #expect(!page.contains("登记簿 "))
  }

  /// What is kept of a record beside its columns can be read back.
  @Test func everyContentIsAnObject() throws {
    let run = try SamplePlanRun("sample-worldwide.yml")
    let database = try IPDatabase(path: run.plan.workspace + "/ip.sqlite")
    for contents in [
      "SELECT content FROM publication_content", "SELECT content FROM worldwide_publication",
      "SELECT t.content FROM trademark t JOIN trademark_source s ON s.id = t.origin "
        + "WHERE s.part IS NULL",
    ] {
      var counts: [Int] = []
      try database.query(
        "SELECT COUNT(*), COALESCE(SUM(json_valid(content) AND json_type(content) = 'object'), 0) "
          + "FROM (\(contents))"
      ) { counts = [$0[0], $0[1]] }
      #expect(counts[0] > 0 && counts[0] == counts[1], "\(contents): \(counts)")
    }
  }
}
