import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Pipelines
@testable import Store

/// Nights that judge only the marks that may have changed publish what a new workspace would.
@Suite struct IncrementalMarksTests {
  private static let populations =
    "region_code,year,population\n"
    + (2012...2030).map { "341300,\($0),50000\($0)\n" }.joined()

  @Test(arguments: 0..<6)
  func randomNights(_ index: Int) throws {
    var random = SeededGenerator()
    print("randomNights of marks \(index): seed \(random.seed)")
    let hasDeletions = index % 2 == 1
    let label = "seed \(random.seed)"
    var marks = RandomMarks(random: random)
    random = SeededGenerator(seed: random.seed &+ 1)
    let project = try TestProject()
    try project.write(Self.populations, to: "registers/population.csv")
    var delivered = 0
    var asOf = try #require(CalendarDay("2024-06-30"))
    var kept = 0
    for night in 0..<9 {
      for _ in 0..<(night == 0 ? 6 : marks.number(below: 3)) {
        let file = marks.file()
        try project.write(
          file.text, to: "registers/marks/\(delivered)/\(marks.folder())/\(file.name)")
        delivered += 1
      }
      if marks.maybe(40) { try rename(in: project, night, &marks) }
      if marks.maybe(20) { try project.write(marks.owners(), to: "registers/权利人归并.csv") }
      if hasDeletions, marks.maybe(40) { try delete(in: project, &marks) }
      if marks.maybe(70) {
        let step = marks.maybe(60) ? marks.number(below: 60) - 30 : marks.number(below: 1600) - 800
        asOf = try #require(asOf.adding(days: step))
      }
      // A night that fails behind the judging leaves its work to the next.
      let text = marks.maybe(15) ? "2009-01-01" : asOf.isoText
      do {
        guard case .published = try project.run(asOf: text) else { continue }
      } catch let failure as RunFailure {
        #expect(failure.code == .population, "\(label) night \(night): \(failure.reason)")
        continue
      }
      kept += try project.marksJudged(text).kept
      let counts = try project.runDocument(text).counts
      let told = counts.loaded + counts.stubbed + counts.superseded + counts.duplicate
      #expect(counts.records == told + counts.rejected, "\(label) night \(night)")
      let fresh = try hasDeletions ? rebuilt(project) : copy(of: project)
      try fresh.run(asOf: text)
      let found = try project.deterministicFiles(text)
      let expected = try fresh.deterministicFiles(text)
      for (name, bytes) in expected {
        #expect(found[name] == bytes, "\(label) night \(night) as of \(text): \(name)")
      }
      #expect(found.count == expected.count)
    }
    print("randomNights of marks \(index): kept \(kept)")
  }

  /// Which marks are judged again: those that a file names, those that the day moves, no others.
  @Test func onlyWhatChangedIsJudgedAgain() throws {
    let project = try TrademarkNightsTests.project()
    let first = try project.judge("2025-12-31")
    // 14 numbers. 10000007 is of another place but for its co-holder.
    #expect(first.looked == 14 && first.kept == 0)

    // Nothing of marks: a decision on an industry alone.
    try project.write(
      "patent_no,sei_code,verdict,decided_by,decided_on,reason\n",
      to: "registers/sei-decisions-9.csv")
    let other = try project.judge("2025-12-31")
    #expect(other.looked == 0 && other.written == 0 && other.kept == 14)

    // The next day changes nothing; three months on, 11 is in its 宽展期 and has left its window.
    let next = try project.judge("2026-01-01")
    #expect(next.looked == 0 && next.kept == 14)
    let later = try project.judge("2026-04-01")
    #expect(later.looked == 1 && later.kept == 13)
    #expect(
      try project.table("trademarks.csv").first { $0["number"] == "10000011" }?["state"] == "grace")
    let back = try project.judge("2025-12-30")
    #expect(back.looked == 1 && back.kept == 13)

    // 01, 02, 03, 06 and 12.
    try TrademarkNightsTests.addSecondDelivery(to: project)
    let delivered = try project.judge("2025-12-30")
    #expect(delivered.looked == 5 && delivered.kept == 9)

    // The file with the holders of 06 and 03 becomes the older one.
    try FileManager.default.createDirectory(
      atPath: project.root + "/registers/trademarks/2019", withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: project.root + "/registers/trademarks/2023_4/商标注册人信息.csv",
      toPath: project.root + "/registers/trademarks/2019/商标注册人信息.csv")
    // Another input, so that the night is one.
    try project.write(
      "patent_no,sei_code,verdict,decided_by,decided_on,reason\n\n",
      to: "registers/sei-decisions-8.csv")
    let renamed = try project.judge("2025-12-30")
    #expect(renamed.looked == 2 && renamed.kept == 12)
    let rows = try project.table("trademarks.csv")
    #expect(rows.contains { $0["number"] == "10000006" })

    // A decision on an owner is ground of all.
    try project.write("name,canonical\n张三,李四\n", to: "registers/owner-decisions.csv")
    let decided = try project.judge("2025-12-30")
    #expect(decided.looked == 14 && decided.kept == 0)
  }

  private func rename(in project: TestProject, _ night: Int, _ marks: inout RandomMarks) throws {
    let names = try project.files(below: "registers/marks")
    guard !names.isEmpty else { return }
    let name = marks.any(names)
    try move(
      project, name,
      to:
        "registers/marks/renamed-\(night)/\(marks.folder())/\((name as NSString).lastPathComponent)"
    )
  }

  private func delete(in project: TestProject, _ marks: inout RandomMarks) throws {
    let names = try project.files(below: "registers/marks")
    guard names.count > 1 else { return }
    try FileManager.default.removeItem(atPath: project.root + "/" + marks.any(names))
  }

  private func move(_ project: TestProject, _ name: String, to target: String) throws {
    let path = project.root + "/" + target
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: project.root + "/" + name, toPath: path)
  }

  /// The same inputs with a workspace of their own.
  private func copy(of project: TestProject) throws -> TestProject {
    let fresh = try TestProject()
    for part in SharedCity.parts {
      try FileManager.default.removeItem(atPath: fresh.root + "/" + part)
      try FileManager.default.copyItem(
        atPath: project.root + "/" + part, toPath: fresh.root + "/" + part)
    }
    return fresh
  }

  /// The same with the records that were read, since those of a deleted file still count, but without
  /// any judgement.
  private func rebuilt(_ project: TestProject) throws -> TestProject {
    let fresh = try copy(of: project)
    try FileManager.default.createDirectory(
      atPath: fresh.root + "/.ipatlas", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: project.workspacePath, toPath: fresh.workspacePath)
    let queue = try DatabaseQueue(path: fresh.workspacePath + "/ip.sqlite")
    try queue.write { db in
      try db.execute(
        sql: """
          DELETE FROM workspace WHERE key IN ('marks-context', 'judged-context');
          DELETE FROM mark; DELETE FROM mark_holder; DELETE FROM judged_mark;
          DELETE FROM touched_mark;
          """)
    }
    try queue.close()
    return fresh
  }
}

extension TestProject {
  /// What the night did with marks: looked at, rows written, judgements kept.
  fileprivate func judge(_ asOf: String) throws -> (looked: Int, written: Int, kept: Int) {
    #expect(try run(asOf: asOf, setsLatest: true).publishedRun != nil)
    return try marksJudged(asOf)
  }

  fileprivate func marksJudged(_ link: String) throws -> (looked: Int, written: Int, kept: Int) {
    let stage = try recordedStage("judge-trademarks", of: link)
    return (
      try #require(stage.rowsIn), try #require(stage.rowsOut), try #require(stage.cacheHits)
    )
  }
}
