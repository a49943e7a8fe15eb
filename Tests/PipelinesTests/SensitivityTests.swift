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
      var base: Int
      var count: Int
    }

    struct Base: Decodable {
      enum CodingKeys: String, CodingKey { case validInventions = "valid_inventions" }
      var validInventions: Int
    }

    var count: Int
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
    #expect(own.sensitivity.count == CalibreReading.all.count)
    #expect(own.sensitivity.filter { $0.chosen }.count == 7)
    var differing: Set<String> = []
    for reading in own.sensitivity {
      let other = try published(settings(of: reading), of: project)
      let comment: Comment = "\(reading)"
      #expect(reading.count == other.count, comment)
      #expect(reading.base == other.base.validInventions, comment)
      if reading.count != own.count || reading.base != own.base.validInventions {
        differing.insert(reading.setting)
      }
      // Under a plan with this reading it is the chosen one, and the other's is the first plan's.
      let back = other.sensitivity.filter { $0.setting == reading.setting && $0.chosen }
      #expect(back.allSatisfy { $0.count == other.count })
    }
    #expect(differing.count >= 4, "\(differing)")
  }

  private func settings(of reading: Published.Reading) -> String {
    let value = ["half": "250", "double": "1000"][reading.value] ?? reading.value
    let parts = reading.setting.split(separator: ".")
    return parts.count == 2
      ? "calibre: {\(parts[0]): {\(parts[1]): \(value)}}" : "calibre: {\(parts[0]): \(value)}"
  }
}
