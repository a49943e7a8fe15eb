import Analyses
import Classifiers
import Foundation
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// The figure under another reading is the one a plan with that reading publishes.
@Suite struct SensitivityTests {
  private struct Published: Decodable {
    struct Reading: Decodable {
      var setting: String
      var value: String
      var chosen: Bool
      var title: String
      var base: Int?
      var count: Int?
      var population: Int?
      var per10000: Double?
      var reason: String?

      enum CodingKeys: String, CodingKey {
        case setting, value, chosen, title, base, count, population, reason
        case per10000 = "per_10000"
      }
    }

    struct Base: Decodable {
      enum CodingKeys: String, CodingKey { case validInventions = "valid_inventions" }
      var validInventions: Int
    }

    var count: Int
    var value: Double
    var base: Base
    var sensitivity: [Reading]
  }

  private func published(_ settings: String, of project: TestProject) throws -> Published {
    try project.writePlan(settings)
    try project.run()
    return try JSONDecoder().decode(
      Published.self, from: Data(try project.text("Reports/test/latest/indicator-1.json").utf8))
  }

  @Test func everyReadingIsThatOfAPlan() throws {
    let project = try SharedCity.middle.project()
    let own = try published("", of: project)
    // Every setting of the calibre has rows, one of them the plan's.
    #expect(
      Set(own.sensitivity.map { $0.setting }) == Set(Calibre().settings.map { $0.path }))
    #expect(
      own.sensitivity.filter { $0.chosen }.map { $0.setting }
        == Calibre().settings.map { $0.path })
    for setting in Set(own.sensitivity.map { $0.setting }) {
      #expect(own.sensitivity.count { $0.setting == setting } >= 2, "\(setting)")
    }
    var differing: Set<String> = []
    for reading in own.sensitivity {
      let comment: Comment = "\(reading)"
      #expect((reading.reason == nil) == (reading.count != nil), comment)
      guard reading.count != nil else {
        // The sample's register ends with the year before the cut-off.
        #expect(reading.setting == "population" && reading.value == "2025", comment)
        continue
      }
      let other = try published(settings(of: reading), of: project)
      #expect(reading.count == other.count, comment)
      #expect(reading.base == other.base.validInventions, comment)
      #expect(reading.per10000 == other.value, comment)
      if reading.count != own.count || reading.base != own.base.validInventions {
        differing.insert(reading.setting)
      }
      // Under a plan with this reading it is the chosen one, and the other's is the first plan's.
      let back = other.sensitivity.filter { $0.setting == reading.setting && $0.chosen }
      #expect(back.count == 1 && back.allSatisfy { $0.count == other.count }, comment)
    }
    #expect(
      differing.isSuperset(of: [
        "maintained-over-ten-years.from", "strategic-emerging-industry.keywords", "events",
      ]), "\(differing)")
  }

  /// A year-end that the register has gives another figure with the same count.
  @Test func thePopulationOfTheCutOffsYearIsAReadingOfItsOwn() throws {
    let project = try SharedCity.middle.project()
    try project.write(
      "行政区划代码,年份,年末常住人口\n341300,2025,5000000\n", to: "registers/population-2025.csv")
    let own = try published("", of: project)
    let reading = try #require(
      own.sensitivity.first { $0.setting == "population" && $0.value == "2025" })
    #expect(reading.population == 5_000_000 && reading.count == own.count && !reading.chosen)
    let other = try published("calibre: {population: 2025}", of: project)
    #expect(reading.per10000 == other.value && other.value != own.value)
  }

  /// The manual names each setting as the page does.
  @Test func theManualHasTheNamesOfThePage() throws {
    let path = PackageFolder.path + "/Sources/Pipelines/Documentation.docc/Plans.md"
    let manual = try String(contentsOfFile: path, encoding: .utf8)
    for setting in Calibre().settings {
      let name = try #require(CalibreNames.topic(setting.path), "\(setting.path)")
      #expect(manual.contains("| `\(setting.path)` | \(name) | "), "\(setting.path)")
      // The plan's value has a name of its own, but where it is an amount or a list.
      let hasChoices = !CalibreNames.choices(of: setting.path).isEmpty
      #expect(
        !hasChoices
          || CalibreNames.reading(setting.path, setting.planText) != setting.planText,
        "\(setting.path)")
    }
  }

  private func settings(of reading: Published.Reading) -> String {
    let value = ["half": "250", "double": "1000"][reading.value] ?? reading.value
    let parts = reading.setting.split(separator: ".")
    return parts.count == 2
      ? "calibre: {\(parts[0]): {\(parts[1]): \(value)}}" : "calibre: {\(parts[0]): \(value)}"
  }

  /// A slip of a digit in one event's date says nothing of how far the data reach.
  @Test func aDayThatCannotBeIsNotTheNewest() throws {
    let project = try TestProject.small()
    let patent = SmallPatent(key: 202_010_000_002, publication: "100000002")
    try project.run()
    let before = try project.text("Reports/test/latest/indicator-1.json")
    try project.deliver(
      events: [SmallEvent(patent: patent, code: "CF01", name: "终止", published: "20620105")], "slip")
    try project.run()
    let after = try project.text("Reports/test/latest/indicator-1.json")
    func dataAsOf(_ text: String) -> Substring? {
      text.split(separator: "\n").first { $0.contains("\"cnipa-prs\": ") }
    }
    #expect(dataAsOf(before) != nil && dataAsOf(before) == dataAsOf(after))
    #expect(!after.contains("2062"))
  }
}
