import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// Every cell of the sample's `indicator-1.json` has an explanation whose rows add up to it.
@Suite struct CellExplanationTests {
  /// Numbers that count no rows: years, persons, settings, measures.
  private static func isMeasure(_ path: [String]) -> Bool {
    [
      "schema", "calibre", "population", "plan_path", "target", "last_target", "late_lapses",
    ].contains(path[0])
      || ["population", "value", "precision", "recall", "per_10000"].contains(path[path.count - 1])
  }

  @Test(arguments: ["sample.yml", "sample-worldwide.yml"])
  func everyLeafIsExplained(plan: String) throws {
    let sample = try SamplePlanRun(plan)
    let run = try ExplainedRun("latest", plan: sample.plan)
    let leaves = run.indicator.leaves()
    #expect(leaves.count > 150)
    for path in leaves {
      let pointer = CellPointer(keys: path).text
      do {
        let answer = try run.answer(pointer)
        let explanation = answer.explanation
        #expect(!explanation.chinese.isEmpty && !explanation.english.isEmpty, "\(pointer)")
        #expect(
          explanation.notes.isEmpty || pointer.hasPrefix("/bands")
            || pointer.hasPrefix("/sensitivity"),
          "\(pointer): \(explanation.notes)")
        if let value = run.indicator[path]?.integer, !Self.isMeasure(path) {
          #expect(explanation.isCount, "\(pointer) counts, but lists no rows")
          #expect(explanation.total == value, "\(pointer)")
        }
      } catch {
        Issue.record("\(pointer): \(error)")
      }
    }
  }
}
