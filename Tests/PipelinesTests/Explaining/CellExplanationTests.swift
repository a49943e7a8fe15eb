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

  /// The store holds the judgements of one run: of another it lists no rows, and says how to get them.
  @Test(arguments: ["/sensitivity/0/count", "/bands/sei_ipc_only"])
  func rowsOfAnotherRunAreNotListed(cell: String) throws {
    let project = try SharedCity.small.project()
    let night = try #require(try project.run().publishedRun)
    let replay = try #require(try project.run(asOf: "2025-06-30").publishedRun)
    func explained(_ run: String) throws -> CellExplanation {
      try ExplainedRun(run, plan: project.plan()).answer(cell).explanation
    }
    for (other, this, asOf) in [(night, replay, "2025-06-30"), (replay, night, "2025-12-31")] {
      #expect(try project.run(asOf: asOf).publishedRun ?? this == this)
      let value = try #require(
        try ExplainedRun(this, plan: project.plan()).answer(cell).value.integer)
      #expect(try explained(this).total == value)
      let refused = try explained(other)
      #expect(refused.rows.isEmpty, "\(cell) of \(other)")
      #expect(refused.notes.contains { $0.contains("--as-of") && $0.contains(this) })
    }
  }
}
