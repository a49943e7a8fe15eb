import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// The plan that `make run` carries out, against the answers that lie beside its inputs.
@Suite struct SamplePlanTests {
  private struct Answers: Decodable {
    struct County: Decodable {
      var region: String
      var count: Int
    }

    var count: Int
    var value: Double
    var criteria: [String: IndicatorDocument.Tally]
    var overlap: [IndicatorDocument.Overlap]
    var bands: IndicatorDocument.Bands
    var byCounty: [County]
    var rejectsByCode: [String: Int]
    var records: [String: Int]
    var unmatched: [String]
  }

  @Test func theSampleHasItsAnswers() throws {
    let run = try SamplePlanRun("sample.yml")
    let answers = try run.answers(Answers.self)
    let found = try run.read(IndicatorDocument.self, "indicator-1.json")
    let record = try run.read(RunDocument.self, "run.json")
    #expect(found.count == answers.count)
    #expect(found.value == answers.value)
    #expect(found.criteria == answers.criteria)
    #expect(found.overlap == answers.overlap)
    #expect(found.bands.seiIpcOnly == answers.bands.seiIpcOnly)
    #expect(found.bands.seiWithKeywords == answers.bands.seiWithKeywords)
    #expect(found.byCounty.map { $0.region } == answers.byCounty.map { $0.region })
    #expect(found.byCounty.map { $0.count } == answers.byCounty.map { $0.count })
    #expect(found.rejects == answers.rejectsByCode)
    let read = Dictionary(uniqueKeysWithValues: found.inputs.map { ($0.format, $0.records) })
    #expect(read == answers.records)
    #expect(record.unmatched.map { $0.number }.sorted() == answers.unmatched.sorted())
  }
}
