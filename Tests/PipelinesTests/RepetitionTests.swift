import Foundation
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// The same work gives the same bytes, whatever the way to it.
@Suite struct RepetitionTests {
  @Test func aSecondRunWritesNothing() throws {
    let project = try SharedCity.small.project()
    let run = try #require(try project.run().publishedRun)
    let before = try project.publishedState()
    for rehashes in [false, true] {
      let outcome = try project.run(rehashes: rehashes)
      guard case .nothingNew(let same, 0) = outcome else {
        Issue.record("something was published again")
        return
      }
      #expect(same == run)
      #expect(try project.publishedState() == before)
    }
    #expect(try History.runs(of: project.plan()).map { $0.id } == [run])
  }

  @Test func theOrderOfArrivalDoesNotCount() throws {
    let city = try SharedCity.small.get()
    let whole = try TestProject(city)
    try whole.run()
    let expected = try whole.deterministicFiles()

    // Three nights, the last files first, then any order. The population comes with the first night,
    // since no night publishes without it.
    var random = SeededGenerator()
    print("theOrderOfArrivalDoesNotCount: seed \(random.seed)")
    for isShuffled in [false, true] {
      let split = try TestProject(city)
      let hidden = split.root + "/later"
      var late = try SharedCity.parts.flatMap { try split.files(below: $0) }.reversed()
        .filter { !$0.hasSuffix("population.csv") }
      if isShuffled { late.shuffle(using: &random) }
      for name in late { try move(split.root + "/" + name, to: hidden + "/" + name) }
      let size = (late.count + 2) / 3
      while !late.isEmpty {
        for name in late.prefix(size) { try move(hidden + "/" + name, to: split.root + "/" + name) }
        late.removeFirst(min(size, late.count))
        try split.run()
      }
      #expect(try History.runs(of: split.plan()).count == 3)
      try expectSame(try split.deterministicFiles(), expected)
    }
  }

  @Test func aRenamedFileIsKnownAndPublishedUnderItsNewName() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let run = try #require(try project.run().publishedRun)
    let archive = "cnipa/20251230-1-001.ZIP"
    try move(project.root + "/" + archive, to: project.root + "/cnipa/AAA.ZIP")
    #expect(try project.run().isNothingNew)
    #expect(try project.indicator().run == run)

    // With something new besides, the result is that of a new workspace over the same files.
    let decision = "patent_no,sei_code,verdict,decided_by,decided_on,reason\n"
    try project.write(decision, to: "registers/sei-decisions-2.csv")
    #expect(try project.run().publishedRun != nil)
    let fresh = try TestProject(city)
    try move(fresh.root + "/" + archive, to: fresh.root + "/cnipa/AAA.ZIP")
    try fresh.write(decision, to: "registers/sei-decisions-2.csv")
    try fresh.run()
    try expectSame(try project.deterministicFiles(), try fresh.deterministicFiles())
    let rejects = try project.rejectLines()
    #expect(rejects.contains { $0.file == "cnipa/AAA.ZIP" })
    #expect(!rejects.contains { $0.file == archive })
  }

  @Test func namesChangeNothingButSources() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    try project.run()
    let renamed = try TestProject(city)
    for part in ["cnipa", "cnipa-1", "cnipa-prs"] {
      for (index, name) in try renamed.files(below: part).reversed().enumerated() {
        let kind = (name as NSString).pathExtension
        // A list of checksums is known by its name, and holds no record.
        if kind == "TXT" { continue }
        try move(
          renamed.root + "/" + name, to: "\(renamed.root)/\(part)/x/\(index).\(kind.lowercased())")
      }
    }
    try renamed.run()
    let files = try project.deterministicFiles()
    let others = try renamed.deterministicFiles()
    for name in ["patents.csv", "indicator-1.json"] {
      #expect(files[name] == others[name], "\(name)")
    }
  }

  @Test func oneContentUnderTwoNamesIsReadOnce() throws {
    let city = try SharedCity.small.get()
    let late = try TestProject(city)
    let archive = "cnipa/20251230-1-002.ZIP"
    try late.run()
    let files = FileManager.default
    let copy = late.root + "/cnipa/000-copy.ZIP"
    try files.copyItem(atPath: late.root + "/" + archive, toPath: copy)
    #expect(try late.run().isNothingNew)

    let early = try TestProject(city)
    try files.copyItem(
      atPath: early.root + "/" + archive, toPath: early.root + "/cnipa/000-copy.ZIP")
    try early.run()
    #expect(try early.indicator().count == city.answers.count)
    #expect(try early.indicator().run == late.indicator().run)

    // With something new the name that was there first does not show any more.
    for project in [late, early] {
      try project.write(
        "patent_no,sei_code,verdict,decided_by,decided_on,reason\n",
        to: "registers/sei-decisions-2.csv")
      #expect(try project.run().publishedRun != nil)
    }
    try expectSame(try late.deterministicFiles(), try early.deterministicFiles())
  }

  @Test func aRegisterChangedAtItsPathReplacesItsRows() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let first = try #require(try project.run().publishedRun)
    let original = try project.text("registers/awards.csv")
    let head = try #require(original.split(separator: "\n").first)

    try project.write(head + "\n", to: "registers/awards.csv")
    let second = try #require(try project.run().publishedRun)
    let without = try project.indicator()
    #expect(without.criteria["award"]?.met == 0)
    #expect(without.rejects["check-digit"] == 1, "the award's reject is answered")
    let fresh = try TestProject(city)
    try fresh.write(head + "\n", to: "registers/awards.csv")
    try fresh.run()
    try expectSame(try project.deterministicFiles(), try fresh.deterministicFiles())

    // Changed back: the first run's work, so the first run's folder, not a byte written again.
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: project.publishPath + "/runs")
    #expect(Set(folders) == [first, second])
    let before = try project.publishedState().filter { $0.key.hasPrefix("runs/") }
    try project.write(original, to: "registers/awards.csv")
    try project.run()
    #expect(try project.indicator().run == first)
    #expect(try project.indicator("2025-12-31").run == first)
    #expect(try project.indicator().criteria["award"]?.met == city.answers.tallies[0].met)
    #expect(try project.publishedState().filter { $0.key.hasPrefix("runs/") } == before)
  }

  @Test func aLostWorkspaceIsFilledAgain() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let before = try project.publishedState()
    try FileManager.default.removeItem(atPath: project.workspacePath)
    #expect(try project.run().isNothingNew)
    #expect(try project.publishedState() == before)
    #expect(try History.runs(of: project.plan()).count == 1)
  }

  @Test func anEarlierDateIsAReplay() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    try project.run()
    try project.run(asOf: "2023-06-30")
    let fresh = try TestProject(city)
    try fresh.run(asOf: "2023-06-30")
    try expectSame(
      try project.deterministicFiles("2023-06-30"), try fresh.deterministicFiles("2023-06-30"))
    #expect(try project.indicator("2023-06-30").asOf == "2023-06-30")
    let rows = try project.patents("2023-06-30")
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { ($0["grant_date"] ?? "9") <= "2023-06-30" })
  }

  @Test func theNumberOfWorkersDoesNotCount() throws {
    let city = try SharedCity.small.get()
    var results: [[String: Data]] = []
    for workers in [1, 3] {
      let project = try TestProject(city)
      var options = Night.Options()
      options.workers = workers
      let outcome = try Night(
        try project.plan(), options: options, clock: { "" }, progress: { _ in }
      ).run()
      #expect(outcome.publishedRun != nil)
      results.append(try project.deterministicFiles())
    }
    try expectSame(results[0], results[1])
  }

  @Test func inputsOutsideTheRootAreNamedFromIt() throws {
    let city = try SharedCity.small.get()
    var runs: Set<String> = []
    for _ in 0..<2 {
      let project = try TestProject()
      let outside = project.root + "-exports"
      try FileManager.default.copyItem(atPath: city.folder, toPath: outside)
      let inputs = SharedCity.parts.map { "\(outside)/\($0)" }.joined(separator: ", ")
      let plan = try project.text("Pipelines/test.yml").split(separator: "\n").map { line in
        line.hasPrefix("inputs") ? "inputs: [\(inputs)]" : String(line)
      }
      try project.writePlan(text: plan.joined(separator: "\n") + "\n")
      runs.insert(try #require(try project.run().publishedRun))
      #expect(try project.indicator().count == city.answers.count)
      let rejects = try project.rejectLines()
      #expect(rejects.contains { $0.file == "../project-exports/registers/awards.csv" })
      for name in try project.deterministicFiles().keys.sorted() + ["run.json"] {
        #expect(try !project.text("Reports/test/latest/\(name)").contains(outside), "\(name)")
      }
    }
    #expect(runs.count == 1)
  }

  @Test func anotherFolderHasTheSameRun() throws {
    let city = try SharedCity.small.get()
    var runs: Set<String> = []
    for _ in 0..<2 {
      let project = try TestProject(city)
      let table = PackageFolder.path + "/Sources/ReferenceTables/Tables/plan-targets/2022.tsv"
      try project.write(
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: table)), as: UTF8.self),
        to: "tables/own-targets.tsv")
      try project.writePlan("tables: {plan-targets: tables/own-targets.tsv}")
      runs.insert(try #require(try project.run().publishedRun))
      for (name, bytes) in try project.deterministicFiles() {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains(project.root), "\(name)")
        #expect(!text.contains("ipatlas-tests-"), "\(name)")
      }
      let record = try project.text("Reports/test/latest/run.json")
      #expect(!record.contains(project.root) && !record.contains("ipatlas-tests-"))
    }
    #expect(runs.count == 1)
  }

  private func move(_ path: String, to target: String) throws {
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: path, toPath: target)
  }
}

/// Compares files and names the first that differs, with the line.
func expectSame(_ found: [String: Data], _ expected: [String: Data]) throws {
  #expect(found.keys.sorted() == expected.keys.sorted())
  for (name, bytes) in expected.sorted(by: { $0.key < $1.key }) where found[name] != bytes {
    let left = String(decoding: found[name] ?? Data(), as: UTF8.self).split(separator: "\n")
    let right = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let line = zip(left, right).enumerated().first { $1.0 != $1.1 }
    Issue.record(
      "\(name) differs at line \((line?.offset ?? min(left.count, right.count)) + 1): \(line.map { "\($0.element.0.prefix(600)) | expected \($0.element.1.prefix(600))" } ?? "")"
    )
  }
}
