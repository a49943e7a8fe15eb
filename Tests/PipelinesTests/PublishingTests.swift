import Analyses
import Crypto
import Foundation
import GRDB
import Records
import Reports
import SampleData
import TestSupport
import Testing

@testable import Pipelines
@testable import Store

/// Links, gates, and what a failed night leaves alone.
@Suite struct PublishingTests {
  @Test func linksAreRelativeAndOutputsAreTrue() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    let files = FileManager.default
    for link in ["latest", "2025-12-31"] {
      let target = try files.destinationOfSymbolicLink(atPath: "\(project.publishPath)/\(link)")
      #expect(target == "runs/\(run)")
    }
    #expect(run.count == 16)
    #expect(run.allSatisfy { "0123456789abcdef".contains($0) })
    let names = try files.contentsOfDirectory(atPath: project.publishPath)
    #expect(Set(names) == ["runs", "latest", "2025-12-31"])
    let record = try project.runDocument()
    #expect(record.run == run)
    var outputs = try project.deterministicFiles()
    for name in ["changes.csv", "changes.json", "changes.svg"] {
      outputs[name] = Data(try project.text("Reports/test/latest/\(name)").utf8)
    }
    #expect(record.outputs.map { $0.path } == outputs.keys.sorted())
    for output in record.outputs {
      let bytes = try #require(outputs[output.path])
      #expect(output.bytes == bytes.count)
      #expect(ContentDigest(output.sha256) == ContentDigest(bytes: SHA256.hash(data: bytes)))
    }
  }

  @Test func theWorkspaceIsForItsOwnerAlone() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let mode = try FileManager.default.attributesOfItem(atPath: project.workspacePath)[
      .posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test func anEarlierCutOffLeavesLatest() throws {
    let project = try SharedCity.small.project()
    let latest = try #require(try project.run().publishedRun)
    let earlier = try #require(try project.run(asOf: "2024-12-31").publishedRun)
    #expect(earlier != latest)
    #expect(try project.indicator("latest").run == latest)
    #expect(try project.indicator("2024-12-31").run == earlier)
    #expect(try project.indicator("2024-12-31").population.year == 2023)

    #expect(try project.run(asOf: "2024-12-31").isNothingNew)
    #expect(try project.indicator("latest").run == latest)
    #expect(try project.run(asOf: "2024-12-31", setsLatest: true).isNothingNew)
    #expect(try project.indicator("latest").run == earlier)
    // A later one moves it again, by itself.
    #expect(try project.run().isNothingNew)
    #expect(try project.indicator("latest").run == latest)
    #expect(try History.runs(of: project.plan()).map { $0.id } == [latest, earlier])
  }

  @Test func leftoversOfKilledRunsGo() throws {
    let project = try SharedCity.small.project()
    try project.write("half", to: "Reports/test/runs/.tmp-0123456789abcdef/patents.csv")
    try FileManager.default.createSymbolicLink(
      atPath: project.publishPath + "/.latest.tmp", withDestinationPath: "runs/gone")
    try project.run()
    let names = FileManager.default.enumerator(atPath: project.publishPath)?
      .compactMap { $0 as? String }
    #expect(names?.contains { $0.contains("tmp") } == false, "\(names ?? [])")
  }

  @Test func aRunKilledBeforeItsLedgerRowIsNoted() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    let noted = try #require(try History.runs(of: project.plan()).first)
    // As a kill between the rename and the links leaves it.
    try FileManager.default.removeItem(atPath: project.workspacePath)
    try FileManager.default.removeItem(atPath: project.publishPath + "/latest")
    try FileManager.default.removeItem(atPath: project.publishPath + "/2025-12-31")
    #expect(try project.run().isNothingNew)
    #expect(try project.indicator("latest").run == run)
    #expect(try project.indicator("2025-12-31").run == run)
    #expect(try History.runs(of: project.plan()) == [noted])
  }

  @Test func aFailedGatePublishesNothing() throws {
    func check(
      _ indicator: HighValueIndicator, _ inputs: [InputFileRecord] = []
    ) throws -> [GateResult] {
      try GateStage.check(GateSubject(indicator: indicator, planIndicators: [], inputs: inputs))
    }
    let project = try SharedCity.small.project()
    guard case .published(_, var indicator, _, _) = try project.run() else {
      Issue.record("nothing was published")
      return
    }
    #expect(try check(indicator).allSatisfy { $0.passed })
    indicator.count += 1
    let gates = try check(indicator)
    #expect(gates.first { !$0.passed }?.name == "sums-agree")

    let digest = try #require(ContentDigest(String(repeating: "0", count: 64)))
    let unbalanced = InputFileRecord(
      path: "a.zip", digest: digest, bytes: 1, format: "cnipa", records: 3, loaded: 1, stubbed: 0,
      superseded: 0, duplicate: 0, rejected: 1)
    let failed = try check(indicator, [unbalanced]).first { !$0.passed }
    #expect(failed?.name == "records-balance")
    #expect(failed?.detail.contains("a.zip") == true)
  }

  /// A database whose counts no longer balance is a failed gate, not a result.
  @Test func aDamagedDatabaseFailsTheGateAndKeepsTheLastResult() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let before = try project.publishedState()
    do {
      let database = try IPDatabase(path: project.workspacePath + "/ip.sqlite")
      try database.queue.write { db in
        try db.execute(sql: "UPDATE file SET run = NULL; DELETE FROM pledge WHERE rowid % 2 = 0")
      }
    }
    try project.write(
      "patent_no,award,level,year\n", to: "registers/awards-new.csv")
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    #expect(failure?.reason.contains("records-balance") == true, "\(failure?.reason ?? "")")
    let after = try project.publishedState()
    for (name, state) in before where name != "runs" && name != "" {
      #expect(after[name] == state, "\(name)")
    }
    // The candidate is kept for whoever looks into it.
    #expect(after.keys.contains { $0.hasPrefix("runs/.tmp-") && $0.hasSuffix("patents.csv") })
  }

  @Test func withoutPopulationNothingIsPublished() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let before = try project.publishedState(seenByReaders: true)
    try project.write("行政区划代码,年份,年末常住人口,来源\n", to: "registers/population.csv")
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    #expect(failure?.reason.contains("no population of 341300") == true)
    #expect(try project.publishedState(seenByReaders: true) == before)
  }

  @Test func withoutInputNothingIsPublished() throws {
    let project = try TestProject()
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    #expect(failure?.reason.hasPrefix("no input") == true, "\(failure?.reason ?? "")")
    #expect(!FileManager.default.fileExists(atPath: project.publishPath))
  }

  /// A cut-off before all data has an answer: nobody had a patent. Without a population of that time
  /// it has none, and the message says what to add.
  @Test func aCutOffBeforeAllData() throws {
    let project = try SharedCity.small.project()
    let failure = #expect(throws: RunFailure.self) { try project.run(asOf: "1980-06-30") }
    #expect(failure?.reason.contains("population") == true)
    let rows = try project.text("registers/population.csv")
    try project.write(rows + "341300,1979,4000000,示例统计公报\n", to: "registers/population.csv")
    try project.run(asOf: "1980-06-30")
    let indicator = try project.indicator("1980-06-30")
    #expect(indicator.base.validInventions == 0)
    #expect(indicator.count == 0)
    #expect(indicator.countUpper == 0)
    #expect(indicator.value == 0)
    #expect(indicator.overlap.isEmpty)
    #expect(try project.patents("1980-06-30").isEmpty)
  }

  @Test func aWorkspaceServesOnePlanAndRegion() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let before = try project.publishedState()
    let plan = try project.text("Pipelines/test.yml")
    for other in [
      plan.replacing("name: test", with: "name: other"),
      plan.replacing("\"341300\"", with: "\"341200\""),
    ] {
      try project.writePlan(text: other)
      let today = try #require(TestProject.today)
      let read = try PlanReader.read(
        path: project.planPath, today: today, workspace: project.workspacePath)
      let error = #expect(throws: StoreError.self) {
        try Night(read, options: .init(), clock: { "" }, progress: { _ in }).run()
      }
      #expect(error?.reason.contains("341300") == true, "\(error?.reason ?? "")")
    }
    #expect(try project.publishedState() == before)
  }

  @Test func aHeldWorkspaceIsRefused() throws {
    let project = try SharedCity.small.project()
    let held = try Workspace(path: project.workspacePath)
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    #expect(failure?.reason.contains("another run holds") == true)
    withExtendedLifetime(held) {}
  }
}
