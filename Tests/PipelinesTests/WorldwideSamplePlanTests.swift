import Foundation
import TestSupport
import Testing

@testable import Formats
@testable import Pipelines

/// The second sample plan reads every format there is, and changes nothing of the city's own figure
/// that its evidence does not say.
@Suite struct WorldwideSamplePlanTests {
  @Test func everyFormatIsRead() throws {
    let folder = try TemporaryFolder()
    let today = try #require(TestProject.today)
    var plan = try PlanReader.read(
      path: PackageFolder.path + "/Pipelines/sample-worldwide.yml", today: today,
      workspace: folder.path + "/workspace")
    plan.publish = folder.path + "/published"
    let outcome = try Night(plan, options: .init(), clock: { "" }, progress: { _ in }).run()
    #expect(outcome.publishedRun != nil)

    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let latest = folder.path + "/published/latest/"
    let found = try decoder.decode(
      IndicatorDocument.self,
      from: Data(contentsOf: URL(fileURLWithPath: latest + "indicator-1.json")))
    let read = Dictionary(uniqueKeysWithValues: found.inputs.map { ($0.format, $0.records) })
    for format in Formats.descriptions { #expect((read[format.id] ?? 0) > 0, "\(format.id)") }
    struct Answers: Decodable { var count: Int }
    let answers = try decoder.decode(
      Answers.self,
      from: Data(contentsOf: URL(fileURLWithPath: PackageFolder.path + "/SampleData/answers.json")))
    #expect(found.count >= answers.count)
    let page = try String(contentsOfFile: latest + "index.html", encoding: .utf8)
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
