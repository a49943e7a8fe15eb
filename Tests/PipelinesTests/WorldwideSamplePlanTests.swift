import Foundation
import TestSupport
import Testing

@testable import Formats
@testable import Pipelines

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
}
