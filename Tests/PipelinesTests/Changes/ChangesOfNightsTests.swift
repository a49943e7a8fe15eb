import Analyses
import Foundation
import Reports
import TestSupport
import Testing

@testable import Pipelines

/// What nights publish of the nights before them.
@Suite struct ChangesOfNightsTests {
  /// A city's files arrive in any order over some nights, at any cut-offs: every sum is exact, and the
  /// patents are those by which the published tables differ.
  @Test func randomDeliveriesAddUp() throws {
    let city = try SharedCity.small.get()
    var random = SeededGenerator()
    print("randomDeliveriesAddUp: seed \(random.seed)")
    let project = try TestProject(city)
    var late = try SharedCity.parts.flatMap { try project.files(below: $0) }
      .filter { !$0.hasSuffix("population.csv") }
    late.shuffle(using: &random)
    let hidden = project.root + "/later"
    for name in late { try move(project.root + "/" + name, to: hidden + "/" + name) }
    let nights = 4
    let size = (late.count + nights - 1) / nights
    let days = ["2024-06-30", "2025-12-31", "2023-12-31", "2025-06-30", "2025-12-31"]
    var causes: [ChangeCause: Int] = [:]
    for (index, day) in days.enumerated() {
      for name in late.prefix(size) { try move(hidden + "/" + name, to: project.root + "/" + name) }
      late.removeFirst(min(size, late.count))
      // Once in a while a setting changes, or a register is taken back.
      if index == 3 { try project.writePlan("calibre: {parks: county}") }
      let run = try #require(try project.run(asOf: day).publishedRun)
      let difference = try #require(try project.changes("runs/\(run)"))
      #expect(difference.inconsistencies() == [])
      guard let previous = difference.previous else {
        #expect(index == 0 || day == "2023-12-31", "the first run, and a replay before all others")
        #expect(difference.notCompared != nil && difference.patents.isEmpty)
        continue
      }
      try expectMembership(difference, project, previous.id, run)
      for change in difference.patents.flatMap({ $0.changes }) {
        causes[change.reason.cause, default: 0] += 1
      }
    }
    print(causes.map { "\($0.key.id) \($0.value)" }.sorted())
    #expect(causes[.undetermined] == nil)
    // Any two runs, in either order of time.
    let runs = try History.runs(of: project.plan()).map { $0.id }
    for pair in [[runs[4], runs[0]], [runs[1], runs[3]], [runs[3], runs[2]]] {
      let difference = try PublishedChanges(try project.plan()).difference(pair)
      #expect(difference.inconsistencies() == [])
      try expectMembership(difference, project, pair[0], pair[1])
    }
  }

  /// The patents by which two published tables differ, read by a reader of their own.
  private func expectMembership(
    _ difference: RunDifference, _ project: TestProject, _ before: String, _ after: String
  ) throws {
    func figures(_ run: String) throws -> [String: Set<String>] {
      var found: [String: Set<String>] = [:]
      for row in try project.patents("runs/\(run)") {
        let number = row["application_no"] ?? ""
        found["base", default: []].insert(number)
        for criterion in HighValueCriterion.allCases where row[criterion.id] == "met" {
          found[criterion.id, default: []].insert(number)
        }
        if row["high_value"] == "1" {
          found["high-value", default: []].insert(number)
          found[row["region"] ?? "", default: []].insert(number)
        }
      }
      return found
    }
    let old = try figures(before)
    let new = try figures(after)
    // A night that the shuffle left without what a figure needs published none: it says so instead.
    if difference.notCompared != nil {
      #expect(old.isEmpty || new.isEmpty)
      #expect(difference.patents.isEmpty)
      return
    }
    var found: [String: [Set<String>]] = [:]
    for patent in difference.patents {
      for change in patent.changes {
        let place = change.direction == .entry ? 0 : 1
        found[change.figure.id, default: [[], []]][place].insert(patent.applicationNumber)
      }
    }
    for figure in Set(old.keys).union(new.keys).union(found.keys) {
      let (was, `is`) = (old[figure] ?? [], new[figure] ?? [])
      #expect(found[figure]?[0] ?? [] == `is`.subtracting(was), "\(figure)")
      #expect(found[figure]?[1] ?? [] == was.subtracting(`is`), "\(figure)")
    }
    for figure in difference.figures {
      #expect(figure.before == old[figure.figure.id]?.count ?? 0, "\(figure.figure.id)")
      #expect(figure.after == new[figure.figure.id]?.count ?? 0, "\(figure.figure.id)")
    }
  }

  @Test func theFirstRunHasNothingToCompareWith() throws {
    let project = try TestProject.small()
    try project.run()
    let difference = try #require(try project.changes())
    #expect(difference.previous == nil)
    #expect(difference.figures.isEmpty && difference.patents.isEmpty)
    #expect(difference.notCompared == "首次发布，没有可比较的上次发布。")
    #expect(try project.text("Reports/test/latest/changes.svg").contains("首次发布"))
    #expect(try project.table("changes.csv").isEmpty)
    let outputs = try project.runDocument().outputs.map { $0.path }
    #expect(outputs == outputs.sorted())
    for name in ["changes.csv", "changes.json", "changes.svg"] { #expect(outputs.contains(name)) }
  }

  @Test func nothingNewInTheFiguresIsSaid() throws {
    let project = try TestProject.small()
    try project.run()
    try project.run(asOf: "2025-07-01")
    let difference = try #require(try project.changes())
    #expect(difference.notCompared == nil && difference.patents.isEmpty)
    #expect(difference.figures.first?.before == 2)
    #expect(difference.figures.allSatisfy { $0.before == $0.after })
    #expect(try project.text("Reports/test/latest/changes.svg").contains("没有变化"))
  }

  /// A replay is compared with the latest run not later than its own day, not with `latest`.
  @Test func aReplayIsComparedWithTheRunBeforeItsDay() throws {
    let project = try TestProject.small()
    let first = try #require(try project.run(asOf: "2024-06-30").publishedRun)
    let second = try #require(try project.run(asOf: "2025-06-30").publishedRun)
    let replay = try #require(try project.run(asOf: "2024-12-31").publishedRun)
    let earliest = try #require(try project.run(asOf: "2010-12-31").publishedRun)
    #expect(try project.changes("runs/\(second)")?.previous?.id == first)
    #expect(try project.changes("runs/\(replay)")?.previous?.id == first)
    #expect(try project.changes("runs/\(earliest)")?.previous == nil)
    let plan = try project.plan()
    #expect(try PublishedChanges(plan).difference([]).run.id == second)
    #expect(try PublishedChanges(plan).difference(["2024-12-31"]).run.id == replay)
    let back = try PublishedChanges(plan).difference(["latest", String(earliest.prefix(8))])
    #expect(back.previous?.id == second && back.run.id == earliest)
    #expect(
      back.patents.flatMap { $0.changes }.map { $0.reason.cause }.allSatisfy {
        $0 == .earlierCutOff
      } && !back.patents.isEmpty)
    let failure = #expect(throws: RunFailure.self) {
      try PublishedChanges(plan).difference(["ffff"])
    }
    #expect(failure?.reason.contains("no run \"ffff\"") == true)
  }

  /// After a lost workspace the folders still tell which patents changed, and of the causes what their
  /// evidence says.
  @Test func withoutAStoreTheEvidenceSpeaks() throws {
    let project = try TestProject.small()
    let patent = CauseTests.patent
    let first = try #require(try project.run(asOf: "2025-06-30").publishedRun)
    try project.deliver([CauseTests.patent { $0.granted = "20250708" }], "new")
    let second = try #require(try project.run(asOf: "2025-07-31").publishedRun)
    try project.deliver(
      events: [CauseTests.event("CF01", "未缴年费专利权终止", "20250820", "终止日期:20250802")], "new")
    let third = try #require(try project.run(asOf: "2025-08-31").publishedRun)
    try FileManager.default.removeItem(atPath: project.workspacePath)
    for run in [second, third] {
      try FileManager.default.removeItem(atPath: "\(project.publishPath)/runs/\(run)/changes.json")
    }
    let changes = PublishedChanges(try project.plan())
    let entry = try #require(try changes.difference([first, second]).patents.first)
    #expect(entry.applicationNumber == patent.number)
    #expect(entry.changes.first?.reason.cause == .granted)
    #expect(entry.changes.first?.reason.fact?.file == "cnipa/new.xml")
    let exit = try #require(try changes.difference([second, third]).patents.first)
    #expect(exit.changes.first?.reason.cause == .undetermined)
    #expect(try changes.difference([second, third]).inconsistencies() == [])

    // Filled again, the store knows from the runs' own records what each has read.
    try project.run(asOf: "2025-08-31")
    let known = try #require(try changes.difference([second, third]).patents.first)
    #expect(known.changes.first?.reason.cause == .lapsed)
    #expect(known.changes.first?.reason.isKnownLate == false)
  }

  /// A folder that somebody has changed does not stop a night, and the page says what is wrong.
  @Test(arguments: ["lost", "cut", "edited"]) func aDamagedFolderIsSaid(_ damage: String) throws {
    let project = try TestProject.small()
    let run = try #require(try project.run(asOf: "2025-06-30").publishedRun)
    let path = "Reports/test/runs/\(run)/evidence.ndjson"
    let text = try project.text(path)
    switch damage {
    case "lost": try FileManager.default.removeItem(atPath: project.root + "/" + path)
    case "cut": try project.write(String(text.dropLast(200)), to: path)
    default:
      let lines = text.split(separator: "\n")
      try project.write(lines.dropFirst().joined(separator: "\n") + "\n", to: path)
    }
    #expect(try project.run(asOf: "2025-07-31").publishedRun != nil)
    let difference = try #require(try project.changes())
    #expect(difference.notCompared?.isEmpty == false && difference.previous?.id == run)
    #expect(difference.patents.isEmpty)
    #expect(try project.text("Reports/test/latest/changes.svg").contains("无法与上次发布比较"))
  }

  private func move(_ path: String, to target: String) throws {
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: path, toPath: target)
  }
}
