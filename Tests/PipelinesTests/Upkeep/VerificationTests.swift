import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// What `verify` says of the record of a run, and of inputs that an office has taken away.
@Suite struct VerificationTests {
  @Test func aChangedByteOfTheRecordIsSeen() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    let path = "Reports/test/runs/\(run)/run.json"
    let text = try project.text(path)
    try project.write(
      text.replacingOccurrences(of: "\"host\": \"test\"", with: "\"host\": \"tess\""), to: path)
    #expect(try project.text(path) != text)
    let changed = try Verification("latest", plan: project.plan())
    #expect(changed.differences.map { "\($0.name) \($0.kind)" } == ["run.json changed"])

    // Broken, and gone: differences with a name, no failure.
    try project.write(String(text.prefix(text.count / 2)), to: path)
    let broken = try Verification("latest", plan: project.plan())
    #expect(
      broken.differences.map { "\($0.name) \($0.kind)" }
        == ["run.json changed", "run.json unreadable"])
    #expect(broken.asOf == "2025-12-31")
    try FileManager.default.removeItem(atPath: project.root + "/" + path)
    for name in ["latest", run] {
      let gone = try Verification(name, plan: project.plan())
      #expect(gone.differences.first?.kind == "missing", "\(gone.lines())")
      #expect(gone.differences.first?.name == "run.json")
    }
    try project.write(text, to: path)
    #expect(try Verification("latest", plan: project.plan()).isSame)
  }

  /// A workspace that is filled again knows the record as it was found.
  @Test func theLedgerOfARefilledWorkspaceHasTheDigest() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    try FileManager.default.removeItem(atPath: project.workspacePath)
    #expect(
      try Verification(run, plan: project.plan()).remarks.contains { $0.contains("no digest") })
    try project.run()
    let path = "Reports/test/runs/\(run)/run.json"
    try project.write(try project.text(path) + " ", to: path)
    #expect(try Verification(run, plan: project.plan()).differences.map { $0.name } == ["run.json"])
  }

  @Test func inputsThatWereTakenAwayAreToldApart() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let plan = try project.plan()
    let archive = "cnipa/20251230-1-002.ZIP"
    try FileManager.default.removeItem(atPath: project.root + "/" + archive)
    let found = try Verification("latest", plan: plan)
    #expect(found.isSame, "\(found.differences)")
    #expect(found.absent.map { $0.name } == [archive])
    #expect(found.lines().contains("note: input \(archive) is no longer there"))
    #expect(found.lines().last?.contains("1 of them no longer there") == true)
    #expect(found.remarks.contains { $0.hasPrefix("the inputs are others now") })
    let strict = try Verification("latest", plan: plan, requiresInputs: true)
    #expect(strict.differences.map { "\($0.name) \($0.kind)" } == ["\(archive) missing"])
    // Another content at a path is a difference as before.
    try project.write("other", to: "cnipa/20251230-1-001.ZIP")
    #expect(try !Verification("latest", plan: plan).isSame)
  }
}
