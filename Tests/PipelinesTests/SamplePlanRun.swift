import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// A plan of `Pipelines/`, run into a folder that goes with the value.
struct SamplePlanRun {
  private let folder: TemporaryFolder
  let plan: Plan
  /// The published folder, with a slash behind it.
  var latest: String { folder.path + "/published/latest/" }

  /// - Parameter name: the plan's file name.
  init(_ name: String) throws {
    folder = try TemporaryFolder()
    let today = try #require(TestProject.today)
    var plan = try PlanReader.read(
      path: PackageFolder.path + "/Pipelines/" + name, today: today,
      workspace: folder.path + "/workspace")
    plan.publish = folder.path + "/published"
    self.plan = plan
    let outcome = try Night(plan, options: .init(), clock: { "" }, progress: { _ in }).run()
    #expect(outcome.publishedRun != nil)
  }

  /// A published document.
  func read<Document: Decodable>(_ type: Document.Type, _ name: String) throws -> Document {
    try Self.decode(type, latest + name)
  }

  /// What the synthetic city's inputs must give.
  func answers<Document: Decodable>(_ type: Document.Type) throws -> Document {
    try Self.decode(type, PackageFolder.path + "/SampleData/answers.json")
  }

  private static func decode<Document: Decodable>(
    _ type: Document.Type, _ path: String
  ) throws -> Document {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
