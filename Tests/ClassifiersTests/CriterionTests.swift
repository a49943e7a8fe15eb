import Dossiers
import Foundation
import Testing

@testable import Classifiers

@Suite struct CriterionTests {
  @Test func everyExampleOfEveryCriterion() {
    for criterion in criteria {
      let examples = criterion.examples
      for example in examples {
        let judgement = criterion.judge(example.patent, in: example.context)
        #expect(
          judgement.verdict == example.expected, "\(criterion.id): \(example.title): \(judgement)")
        if judgement.isMet {
          #expect(!judgement.evidence.isEmpty, "\(criterion.id): \(example.title)")
        }
      }
      for verdict in Verdict.allCases {
        #expect(examples.contains { $0.expected == verdict }, "\(criterion.id): \(verdict)")
      }
    }
  }

  @Test func orderIsThatOfTheDefinition() {
    let ids = criteria.map { $0.id }
    #expect(
      ids == [
        "strategic-emerging-industry", "overseas-family", "maintained-over-ten-years",
        "pledge-financing", "award",
      ])
  }

  @Test func folderAndListAgree() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Classifiers/Criteria")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Criterion") }
      .map { String($0.dropLast(6)) }.sorted()
    let listed = criteria.map { String(describing: $0) }.sorted()
    for file in files { #expect(listed.contains(file), "\(file) is not in the list of criteria") }
    for type in listed { #expect(files.contains(type), "\(type) has no file of its own") }
  }
}
