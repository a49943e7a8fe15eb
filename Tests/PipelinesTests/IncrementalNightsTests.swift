import Foundation
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// Nights that judge only what changed publish what a new workspace over the same files would.
@Suite struct IncrementalNightsTests {
  private static let asOfs = [
    "2025-12-31", "2025-12-30", "2026-01-01", "2024-02-29", "2016-08-01", "2031-05-05",
  ]

  private static let settings = [
    "",
    "calibre: {pledge-financing: {state: active, minimum-amount: 800}}",
    "calibre: {pledge-financing: {allocation: equal-share}}",
    "calibre: {restoration: retroactive, events: published}",
    "calibre: {maintained-over-ten-years: {from: grant}, parks: county}",
    "legal-status-from: 1990-01-01",
    "scope: {others: stub}",
  ]

  @Test(arguments: SharedCity.all.indices)
  func randomNights(_ index: Int) throws {
    var random = SeededGenerator()
    print("randomNights \(index): seed \(random.seed)")
    let city = try SharedCity.all[index].get()
    let project = try TestProject(city)
    var late = try hideSome(of: project, &random)
    var settings = ""
    for night in 0..<7 {
      for name in late.prefix(Int.random(in: 0...late.count, using: &random)) {
        try move(project.root + "/later/" + name, to: project.root + "/" + name)
        late.removeAll { $0 == name }
      }
      if Bool.random(using: &random) { try change(project, night, &random) }
      if Int.random(in: 0..<3, using: &random) == 0 {
        settings = Self.settings.randomElement(using: &random) ?? ""
        try project.writePlan(settings)
      }
      let asOf = Self.asOfs.randomElement(using: &random) ?? ""
      let outcome: Night.Outcome
      do {
        outcome = try project.run(asOf: asOf)
      } catch is RunFailure {
        // A night may lack the population of its day. The next one goes on from there.
        continue
      }
      guard case .published = outcome else { continue }
      let fresh = try copy(of: project, settings: settings)
      try fresh.run(asOf: asOf)
      try expectSame(
        try project.deterministicFiles(asOf), try fresh.deterministicFiles(asOf))
    }
  }

  /// What is judged again, and what is kept.
  @Test func onlyWhatChangedIsJudgedAgain() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let archive = "cnipa/20251230-1-002.ZIP"
    try move(project.root + "/" + archive, to: project.root + "/later.ZIP")
    #expect(try project.judgements(asOf: "2025-12-31").kept == 0)
    try move(project.root + "/later.ZIP", to: project.root + "/" + archive)
    let second = try project.judgements(asOf: "2025-12-31")
    #expect(second.kept > 100 && second.applications < 400, "\(second)")
    let nextDay = try project.judgements(asOf: "2026-01-01")
    #expect(nextDay.kept > 200 && nextDay.applications < 60, "\(nextDay)")
    try project.writePlan("calibre: {pledge-financing: {state: active}}")
    #expect(try project.judgements(asOf: "2026-01-01").kept == 0)
  }

  private func hideSome(
    of project: TestProject, _ random: inout SeededGenerator
  ) throws -> [String] {
    var late: [String] = []
    for name in try SharedCity.parts.flatMap({ try project.files(below: $0) }).shuffled(
      using: &random)
    where Int.random(in: 0..<3, using: &random) > 0 && !name.hasSuffix("population.csv") {
      try move(project.root + "/" + name, to: project.root + "/later/" + name)
      late.append(name)
    }
    return late
  }

  /// Renames a file, or takes rows out of a register, or gives it other values.
  private func change(
    _ project: TestProject, _ night: Int, _ random: inout SeededGenerator
  ) throws {
    if Bool.random(using: &random) {
      let names = try SharedCity.parts.flatMap { try project.files(below: $0) }.filter {
        !$0.hasSuffix("TXT") && !$0.hasPrefix("registers")
      }
      guard let name = names.randomElement(using: &random) else { return }
      let folder = (name as NSString).deletingLastPathComponent
      let target = "\(folder)/renamed-\(night)-\((name as NSString).lastPathComponent)"
      try move(project.root + "/" + name, to: project.root + "/" + target)
      return
    }
    let registers = try project.files(below: "registers").filter {
      $0.hasSuffix(".csv") && !$0.hasSuffix("population.csv")
    }
    guard let name = registers.randomElement(using: &random) else { return }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: project.root + "/" + name))
    // A register may be in GB18030: rows are cut as bytes.
    var rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The first row stays: it can be read in every register of the city. One of which no row can be read
    // keeps its last readable version, which a new workspace has never seen.
    guard rows.count > 4 else { return }
    for _ in 0..<Int.random(in: 1...5, using: &random) where rows.count > 4 {
      rows.remove(at: Int.random(in: 2..<rows.count - 1, using: &random))
    }
    try Data(rows.joined(separator: [0x0A])).write(
      to: URL(fileURLWithPath: project.root + "/" + name))
  }

  /// The same inputs and plan with a workspace of their own.
  private func copy(of project: TestProject, settings: String) throws -> TestProject {
    let fresh = try TestProject()
    try fresh.writePlan(settings)
    for part in SharedCity.parts {
      try FileManager.default.removeItem(atPath: fresh.root + "/" + part)
      try FileManager.default.copyItem(
        atPath: project.root + "/" + part, toPath: fresh.root + "/" + part)
    }
    return fresh
  }

  private func move(_ path: String, to target: String) throws {
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: path, toPath: target)
  }
}

extension TestProject {
  /// What the night's judging looked at, and which inventions it kept the judgement of.
  fileprivate func judgements(asOf: String) throws -> (applications: Int, kept: Int) {
    try run(asOf: asOf)
    let stage = try recordedStage("judge", of: asOf)
    return (try #require(stage.rowsIn), try #require(stage.cacheHits))
  }
}
