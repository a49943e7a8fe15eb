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
    let folder = try TemporaryFolder()
    let today = try #require(TestProject.today)
    var plan = try PlanReader.read(
      path: PackageFolder.path + "/Pipelines/sample.yml", today: today,
      workspace: folder.path + "/workspace")
    plan.publish = folder.path + "/published"
    let outcome = try Night(plan, options: .init(), clock: { "" }, progress: { _ in }).run()
    #expect(outcome.publishedRun != nil)

    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    func read<Document: Decodable>(_ type: Document.Type, _ path: String) throws -> Document {
      try decoder.decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let answers = try read(Answers.self, PackageFolder.path + "/SampleData/answers.json")
    let found = try read(
      IndicatorDocument.self, folder.path + "/published/latest/indicator-1.json")
    let record = try read(RunDocument.self, folder.path + "/published/latest/run.json")
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
