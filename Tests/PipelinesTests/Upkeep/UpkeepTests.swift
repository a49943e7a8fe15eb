import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Pipelines
@testable import Store

/// Backup, restore, check, verify, rollback, prune and rejects on one small city.
@Suite struct UpkeepTests {
  private let instant = "2026-11-23T00:00:00Z"

  private func store(_ project: TestProject) -> String { project.workspacePath + "/ip.sqlite" }

  @Test func aBackupIsRestoredAndTheReplacedDatabaseIsKept() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    let plan = try project.plan()
    let backup = try StoreBackup.write(plan, to: project.root + "/backup/", instant: instant)
    #expect(backup.path == project.root + "/backup/test-20261123T000000Z.sqlite")
    #expect(backup.lastRun == run && backup.boundTo == "plan \"test\", region 341300")
    let names = try FileManager.default.contentsOfDirectory(atPath: project.root + "/backup")
    #expect(
      names.sorted() == ["test-20261123T000000Z.sqlite", "test-20261123T000000Z.sqlite.json"])

    // The database is damaged afterwards: its first page is overwritten.
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: store(project)))
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 16_384))
    try handle.close()
    let failure = #expect(throws: StoreError.self) { try project.run() }
    #expect(failure?.reason.contains("ipatlas store restore FILE") == true)
    let restoration = try StoreRestoration.restore(
      plan, from: backup.path, instant: instant, notice: { _ in })
    #expect(restoration.lastRun == run)
    let replaced = try #require(restoration.replaced)
    #expect(FileManager.default.contents(atPath: replaced)?.first == 0x5A)
    #expect(try IPDatabase(path: store(project)).check().isSound)
    #expect(try project.run().isNothingNew)
  }

  @Test func aBackupThatIsNotWhatItWasChangesNothing() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let plan = try project.plan()
    let backup = try StoreBackup.write(plan, to: project.root + "/b.sqlite", instant: instant)
    var other = plan
    other.name = "another"
    let before = try #require(FileManager.default.contents(atPath: store(project)))
    let foreign = #expect(throws: RunFailure.self) {
      try StoreRestoration.restore(other, from: backup.path, instant: "x", notice: { _ in })
    }
    #expect(foreign?.reason.contains("restore a backup of this plan") == true)
    var bytes = try #require(FileManager.default.contents(atPath: backup.path))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(fileURLWithPath: backup.path))
    let damaged = #expect(throws: RunFailure.self) {
      try StoreRestoration.restore(plan, from: backup.path, instant: "x", notice: { _ in })
    }
    #expect(damaged?.reason.contains("is not the backup that was written") == true)
    #expect(FileManager.default.contents(atPath: store(project)) == before)
  }

  @Test func theCheckFindsALostRow() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let database = try IPDatabase(path: store(project))
    #expect(try database.check().isSound)
    try database.queue.write {
      try $0.execute(sql: "DELETE FROM event WHERE id = (SELECT MIN(id) FROM event)")
    }
    let wrong = try database.check().answers.filter { !$0.isSound }
    #expect(wrong.map { $0.name } == ["ledger"])
    #expect(wrong.first?.detail.contains("rows, ") == true)
  }

  @Test func aRunIsVerifiedAndEachDifferenceIsNamed() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    let plan = try project.plan()
    let same = try Verification("latest", plan: plan)
    #expect(same.isSame && same.run == run, "\(same.lines())")
    #expect(same.remarks == ["the run's id is the digest of today's tool, plan, tables and inputs"])
    #expect(try Verification(String(run.prefix(6)), plan: plan).run == run)
    #expect(try Verification("2025-12-31", plan: plan).run == run)

    let folder = "\(project.publishPath)/runs/\(run)/"
    try project.write("x", to: "Reports/test/runs/\(run)/patents.csv")
    try FileManager.default.removeItem(atPath: folder + "index.html")
    try project.write("x", to: "Reports/test/runs/\(run)/note.txt")
    let register = try #require(
      try project.files(below: "registers").first { $0.hasSuffix("awards.csv") })
    try project.write(try project.text(register) + "\n", to: register)
    let zip = try #require(try project.files(below: "cnipa").first { $0.hasSuffix(".ZIP") })
    try FileManager.default.moveItem(
      atPath: project.root + "/" + zip, toPath: project.root + "/cnipa/MOVED.ZIP")
    let event = try #require(try project.files(below: "cnipa-prs").first)
    try FileManager.default.removeItem(atPath: project.root + "/" + event)
    let found = try Verification(run, plan: plan)
    let kinds = found.differences.map { "\($0.subject.rawValue) \($0.name) \($0.kind)" }
    #expect(
      Set(kinds) == [
        "output patents.csv changed", "output index.html missing", "output note.txt extra",
        "input \(register) changed",
      ])
    #expect(found.absent.map { $0.name } == [event])
    #expect(found.remarks.contains("input \(zip) lies at cnipa/MOVED.ZIP now, with the same bytes"))
  }

  @Test func latestIsRolledBackInOneStep() throws {
    let project = try SharedCity.small.project()
    let later = try #require(try project.run().publishedRun)
    let earlier = try #require(try project.run(asOf: "2024-12-31").publishedRun)
    let plan = try project.plan()
    let rollback = try Rollback.roll(
      plan, to: "2024-12-31", allowsReplay: true, instant: instant, notice: { _ in })
    #expect(rollback.before == later && rollback.run == earlier)
    #expect(try project.indicator("latest").run == earlier)
    #expect(try project.indicator("2025-12-31").run == later)
    // The next run moves it on again.
    #expect(try project.run().isNothingNew)
    #expect(try project.indicator("latest").run == later)
    try project.write("x", to: "Reports/test/runs/\(earlier)/patents.csv")
    let failure = #expect(throws: RunFailure.self) {
      try Rollback.roll(
        plan, to: earlier, allowsReplay: true, instant: instant, notice: { _ in })
    }
    #expect(failure?.reason.contains("patents.csv: changed") == true)
    #expect(try project.indicator("latest").run == later)
    let unknown = #expect(throws: RunFailure.self) {
      try Rollback.roll(plan, to: "ffffffffffffffff0", instant: instant, notice: { _ in })
    }
    #expect(unknown?.reason.contains("no run \"ffffffffffffffff0\"") == true)
  }

  @Test func pruningLeavesWhatIsPublished() throws {
    let project = try SharedCity.small.project()
    let latest = try #require(try project.run().publishedRun)
    let other = try #require(try project.run(asOf: "2024-12-31").publishedRun)
    let files = FileManager.default
    let runs = project.publishPath + "/runs/"
    for name in ["0000000000000001", "0000000000000002"] {
      try files.copyItem(atPath: runs + other, toPath: runs + name)
    }
    try project.write("half", to: "Reports/test/runs/.tmp-0123456789abcdef/patents.csv")
    try project.write("half", to: "Reports/test/runs/.pruned-0123456789abcdef/patents.csv")
    let plan = try project.plan()
    let before = try project.publishedState()
    let dry = try Prune.prune(
      plan, keep: 1, unlinkingBefore: nil, isDryRun: true, instant: instant, notice: { _ in })
    #expect(try project.publishedState() == before)
    let done = try Prune.prune(
      plan, keep: 1, unlinkingBefore: nil, isDryRun: false, instant: instant, notice: { _ in })
    #expect(dry == done)
    #expect(done.kept == ["0000000000000002"] && done.runs == ["0000000000000001"])
    #expect(done.leftovers.count == 2)
    #expect(
      Set(try files.contentsOfDirectory(atPath: runs)) == [latest, other, "0000000000000002"])
    #expect(try project.indicator("2024-12-31").run == other)

    // The link of the day is its month's last and stays; the run behind `latest` stays as well.
    let none = try Prune.prune(
      plan, keep: 0, unlinkingBefore: CalendarDay("2027-01-01"), isDryRun: false,
      instant: instant, notice: { _ in })
    #expect(none.links.isEmpty && none.runs == ["0000000000000002"])
    try files.createSymbolicLink(
      atPath: project.publishPath + "/2024-12-30", withDestinationPath: "runs/\(other)")
    let days = try Prune.prune(
      plan, keep: 0, unlinkingBefore: CalendarDay("2025-01-01"), isDryRun: false,
      instant: instant, notice: { _ in })
    #expect(days.links == ["2024-12-30"] && days.runs.isEmpty)
    #expect(Set(try files.contentsOfDirectory(atPath: runs)) == [latest, other])
  }

  @Test func aRejectedRecordIsShownAndReadAgain() throws {
    let project = try SharedCity.small.project()
    try project.write(
      "region_code,year,population\n341300,2024,many\u{1B}[31m\n", to: "registers/population-2.csv")
    try project.run()
    let plan = try project.plan()
    let rejects = try IdentifiedReject.all(of: plan)
    #expect(Set(rejects.map { $0.id }).count == rejects.count)
    let reject = try #require(rejects.first { $0.reject.source.file.hasSuffix("population-2.csv") })
    let shown = try RejectedRecord(reject, plan: plan)
    #expect(shown.record?.bytes == Array("341300,2024,many\u{1B}[31m\n".utf8))
    let text = shown.lines().joined(separator: "\n")
    #expect(text.contains("many\\x1B[31m") && !text.contains("\u{1B}"))
    #expect(text.contains("what to do: " + reject.reject.code.remedy))
    // A document within an archive, by its own name in it.
    let inner = try #require(
      rejects.first { $0.reject.code == .controlCharacter && $0.reject.source.member != nil })
    let record = try #require(try RejectedRecord(inner, plan: plan).record)
    #expect(
      record.bytes.contains(1)
        && String(decoding: record.bytes, as: UTF8.self)
          .hasPrefix("<?xml")
    )

    // As an older reader left it: one more reject, under its version.
    let database = try IPDatabase(path: store(project))
    let file = try #require(
      try database.files().first { $0.path.hasSuffix("awards.csv") })
    try database.queue.write {
      try $0.execute(
        sql: """
          INSERT INTO reject VALUES (\(file.id), NULL, 2, '2', 'bad-value', 'an old fault');
          UPDATE file SET reader = '1', rejected = rejected + 1 WHERE id = \(file.id)
          """)
    }
    let old = try #require(
      try IdentifiedReject.all(of: plan).first { $0.reject.reason == "an old fault" })
    let retry = try RejectRetry.retry(
      plan, ids: [String(old.id.prefix(8))], workers: 1, instant: instant, notice: { _ in },
      progress: { _ in })
    #expect(retry.files == [file.path] && retry.closed == [old] && retry.surprises.isEmpty)
    #expect(retry.open.allSatisfy { $0.reject.source.file == file.path })
    #expect(try IdentifiedReject.all(of: plan).map { $0.id } == rejects.map { $0.id })
    #expect(try database.check().isSound)
    // Another content is left to the next night.
    try project.write("region_code,year,population\n", to: "registers/population-2.csv")
    let changed = try RejectRetry.retry(
      plan, ids: [reject.id], workers: 1, instant: instant, notice: { _ in }, progress: { _ in })
    #expect(changed.files.isEmpty && changed.passedOver.first?.contains("another content") == true)
  }
}
