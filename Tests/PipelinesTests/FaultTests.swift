import Foundation
import Records
import Store
import TestSupport
import Testing

@testable import Pipelines

/// A night that a fault ended is continued by the next one with the bytes of a full rebuild.
@Suite struct FaultTests {
  private struct Fault: Error {}

  private static let borders = NightStage.allCases.flatMap { stage in
    [(stage.rawValue, true), (stage.rawValue, false)]
  }

  /// A fault at every border of one night after another, each of which adds to the last result.
  @Test func thrownAtEveryBorderOfALaterNight() throws {
    var random = SeededGenerator()
    print("thrownAtEveryBorderOfALaterNight: seed \(random.seed)")
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let late = try SharedCity.parts.flatMap { try project.files(below: $0) }.filter {
      !$0.hasSuffix("population.csv") && !$0.hasSuffix("TXT")
    }.shuffled(using: &random).prefix(Self.borders.count)
    for name in late { try move(project.root + "/" + name, to: project.root + "/later/" + name) }
    try project.run()
    for (name, border) in zip(late, Self.borders) {
      try move(project.root + "/later/" + name, to: project.root + "/" + name)
      #expect(throws: Fault.self) {
        try project.run { options in
          options.boundary = { if $0 == border.0, $1 == border.1 { throw Fault() } }
        }
      }
      try project.run()
    }
    let whole = try TestProject(city)
    try whole.run()
    try expectSame(try project.deterministicFiles(), try whole.deterministicFiles())
    let check = try IPDatabase(path: project.workspacePath + "/ip.sqlite").check()
    #expect(check.isSound, "\(check.answers)")
  }

  @Test(arguments: ["cnipa/20251230-1-001.ZIP", "registers/awards.csv"])
  func aFileGoneWhileANightBeganIsReadWhenItIsBack(_ name: String) throws {
    let city = try SharedCity.small.get()
    let whole = try TestProject(city)
    let run = try #require(try whole.run().publishedRun)
    let project = try TestProject(city)
    let path = project.root + "/" + name
    let aside = project.root + "/aside"
    let without = try project.run { options in
      options.boundary = { if $0 == "read", $1 { rename(path, aside) } }
    }
    #expect(without.publishedRun != run, "what was read in part is no run of the whole")
    #expect(try project.rejectLines().contains { $0.file == name && $0.code == "unreadable" })
    try project.run()
    #expect(try !project.rejectLines().contains { $0.file == name }, "it is not there")
    try move(aside, to: path)
    #expect(try project.run().publishedRun == run)
    try expectSame(try project.deterministicFiles(), try whole.deterministicFiles())
  }

  /// The bytes of another file lay at the path for one night; its rejects are open again after it.
  @Test func rejectsOfAFileThatComesBackAreOpenAgain() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let first = try #require(try project.run().publishedRun)
    let before = try project.deterministicFiles()
    let name = "cnipa/20251230-1-001.ZIP"
    let path = project.root + "/" + name
    #expect(try project.rejectLines().contains { $0.file == name })
    for other in [nil, "/proc/self/mem"] {
      try move(path, to: project.root + "/aside")
      if let other {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
      } else {
        try project.write("no export", to: name)
      }
      try project.run()
      try FileManager.default.removeItem(atPath: path)
      try move(project.root + "/aside", to: path)
      try project.run()
      #expect(try project.indicator().run == first)
      // The next result that is written anew says the same of them.
      try FileManager.default.removeItem(atPath: project.publishPath)
      try project.run()
      try expectSame(try project.deterministicFiles(), before)
    }
  }

  /// What a reader has damaged in the folder published before never stands in the way of a night.
  @Test(arguments: ["evidence.ndjson", "indicator-1.json", "run.json", "patents.csv"])
  func aDamagedFolderBefore(_ name: String) throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let archive = project.root + "/cnipa/20251230-1-002.ZIP"
    try move(archive, to: project.root + "/aside")
    try project.run()
    let file = project.publishPath + "/latest/" + name
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    try bytes.prefix(bytes.count * 2 / 3).write(to: URL(fileURLWithPath: file))
    try move(project.root + "/aside", to: archive)
    #expect(try project.run().publishedRun != nil)
    let whole = try TestProject(city)
    try whole.run()
    try expectSame(try project.deterministicFiles(), try whole.deterministicFiles())
  }

  /// What a link leads to is published, be it `latest`, a day, or a day as it was known.
  @Test func pruningKeepsLooksBack() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let day = CalendarDay("2024-12-31")
    let plan = try project.plan(asOf: "2024-12-31").using(whatWasKnownOn: day)
    let night = Night(plan, options: .init(), clock: { "2026-11-23T00:00:00Z" }, progress: { _ in })
    let run = try night.run().publishedRun
    let prune = try Prune.prune(
      plan, keep: 0, unlinkingBefore: CalendarDay("2026-01-01"), isDryRun: false,
      instant: "2026-11-23T00:00:00Z", notice: { _ in })
    #expect(prune.runs == [])
    let verification = try Verification("2024-12-31-known-2024-12-31", plan: plan)
    #expect(verification.run == run)
    #expect(verification.isSame, "\(verification.differences)")
  }

  private func move(_ path: String, to target: String) throws {
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: path, toPath: target)
  }
}
