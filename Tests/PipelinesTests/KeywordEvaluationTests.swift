import TestSupport
import Testing

@testable import Pipelines

@Suite struct KeywordEvaluationTests {
  /// The figures are published beside the indicator; a change of the table that loses them shows here.
  @Test func theTableFindsWhatWasLabelledByHand() throws {
    let project = try TestProject()
    let rows = KeywordEvaluationStage(try TableSet(plan: try project.plan())).evaluations()
    #expect(rows.map { $0.code } == (1...9).map(String.init))
    var labelled = 0.0
    var found = 0.0
    var right = 0.0
    for row in rows {
      let precision = try #require(row.precision, "\(row.code)")
      let recall = try #require(row.recall, "\(row.code)")
      let hits = Double(row.labelled) * recall
      labelled += Double(row.labelled)
      right += hits
      found += hits / precision
      #expect(precision >= 0.9 && recall >= 0.9, "\(row.code) \(row.name)")
      #expect(!row.name.isEmpty)
    }
    #expect(labelled >= 200)
    #expect(right / found >= 0.95, "precision")
    #expect(right / labelled >= 0.95, "recall")
  }
}
