import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// `explain` says of a patent what the run counted, whatever the patent.
@Suite struct ExplanationTests {
  @Test func aPatentIsExplainedAsItWasCounted() throws {
    let project = try SharedCity.small.project()
    try project.run()
    var random = SeededGenerator()
    let rows = try project.patents().shuffled(using: &random)
    let plan = try project.plan()
    for row in rows.prefix(20) {
      let number = try #require(row["application_no"])
      let label = Comment(rawValue: "seed \(random.seed): \(number)")
      let explanation = try Explanation(of: number, plan: plan)
      #expect(explanation.application.canonical == number, label)
      let isCounted = explanation.verdict == "counts"
      #expect(isCounted == (row["high_value"] == "1"), label)
      if !isCounted {
        #expect(["does not count", "undetermined"].contains(explanation.verdict), label)
      }
      let parts = explanation.finding.union?.parts ?? []
      #expect(parts.count == 5, label)
      for part in parts {
        let verdict = part.judgement.verdict.rawValue.replacing("-", with: "_")
        #expect(row[part.criterion] == verdict, "\(label) \(part.criterion)")
      }
      #expect(explanation.lines().first?.hasPrefix(number) == true, label)
    }
  }
}
