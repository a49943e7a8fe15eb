import Foundation
import SampleData
import TestSupport
import Testing

/// A run killed at any instant is continued by the next one with the same bytes.
@Suite(.serialized) struct KillTests {
  @Test func killedAtRandomInstants() throws {
    var random = SeededGenerator()
    let label = Comment(rawValue: "seed \(random.seed)")
    let city = try SharedCity.small.get()
    let whole = try TestProject(city)
    let started = ContinuousClock.now
    let undisturbed = try Command.run("run", "Pipelines/test.yml", in: whole.root)
    let length = ContinuousClock.now - started
    // The city has bad input on purpose.
    #expect(undisturbed.status == 1, "\(undisturbed.errors)")
    let expected = try whole.deterministicFiles()

    for round in 0..<3 {
      let project = try TestProject(city)
      var kills = 0
      var offset = 0.0
      for _ in 0..<4 {
        // Later instants with each kill; the last round lingers where files are published.
        let low = round == 2 ? 0.7 : offset
        let share = Double.random(in: low..<1.1, using: &random)
        offset = share / 2
        let command = try Command(["run", "Pipelines/test.yml"], in: project.root)
        Thread.sleep(forTimeInterval: share * seconds(length))
        guard command.isRunning else { break }
        command.killNow()
        kills += 1
        try expectWholeResults(project, label)
      }
      let last = try Command.run("run", "Pipelines/test.yml", in: project.root)
      #expect([0, 1].contains(last.status), "\(label): \(last.errors)")
      let found = try project.deterministicFiles()
      #expect(found.keys.sorted() == expected.keys.sorted(), label)
      for (name, bytes) in expected {
        #expect(found[name] == bytes, "\(label), round \(round), \(kills) kills: \(name) differs")
      }
      let again = try Command.run("run", "Pipelines/test.yml", in: project.root)
      #expect(again.status == 0, "\(label): \(again.errors)")
      #expect(again.output.hasPrefix("nothing new"), label)
      let attempts = try attempts(of: project)
      // One result, however often the run was begun; every kill after the first row stands there too.
      #expect(attempts.count { $0.made } == 1, "\(label): \(attempts)")
      #expect(attempts.count { $0.outcome == "killed" } <= kills, "\(label): \(attempts)")
      #expect(attempts.last?.outcome == "nothing-new", "\(label): \(attempts)")
    }
  }

  /// A night killed while it adds to an older result: readers keep the older one until the new one
  /// is whole.
  @Test func killedOnASecondNight() throws {
    var random = SeededGenerator()
    let label = Comment(rawValue: "seed \(random.seed)")
    let city = try SharedCity.small.get()
    let whole = try TestProject(city)
    _ = try Command.run("run", "Pipelines/test.yml", in: whole.root)
    let expected = try whole.deterministicFiles()

    let project = try TestProject(city)
    let later = try (project.files(below: "cnipa") + project.files(below: "cnipa-prs"))
      .filter { $0.hasSuffix(".ZIP") }.shuffled(using: &random).prefix(3)
    let files = FileManager.default
    for name in later {
      try files.moveItem(
        atPath: project.root + "/" + name,
        toPath: project.root + "/" + name.replacing("/", with: "_"))
    }
    let first = try Command.run("run", "Pipelines/test.yml", "--json", in: project.root)
    let firstRun = try #require(try json(first.output)["run"] as? String)
    for name in later {
      try files.moveItem(
        atPath: project.root + "/" + name.replacing("/", with: "_"),
        toPath: project.root + "/" + name)
    }
    for _ in 0..<5 {
      let command = try Command(["run", "Pipelines/test.yml"], in: project.root)
      Thread.sleep(forTimeInterval: Double.random(in: 0.1..<1.5, using: &random))
      guard command.isRunning else { break }
      command.killNow()
      try expectWholeResults(project, label)
      // A result is always there.
      let target = try files.destinationOfSymbolicLink(atPath: project.publishPath + "/latest")
      #expect(files.fileExists(atPath: project.publishPath + "/" + target + "/run.json"), label)
    }
    let last = try Command.run("run", "Pipelines/test.yml", in: project.root)
    #expect([0, 1].contains(last.status), "\(label): \(last.errors)")
    let found = try project.deterministicFiles()
    for (name, bytes) in expected { #expect(found[name] == bytes, "\(label): \(name) differs") }
    let runs = try attempts(of: project).filter { $0.made }.map { $0.run }
    #expect(runs.count == 2 && runs.first == firstRun, label)
    let names = try files.contentsOfDirectory(atPath: project.publishPath + "/runs")
    #expect(Set(names) == Set(runs.compactMap { $0 }), label)
  }

  /// Whatever is visible to readers is whole: a link leads to a complete run or is absent.
  private func expectWholeResults(_ project: TestProject, _ label: Comment) throws {
    let files = FileManager.default
    for link in ["latest", "2025-12-31"] {
      let path = project.publishPath + "/" + link
      guard let target = try? files.destinationOfSymbolicLink(atPath: path) else { continue }
      #expect(target.hasPrefix("runs/"), label)
      #expect(files.fileExists(atPath: path + "/run.json"), label)
      #expect(files.fileExists(atPath: path + "/index.html"), label)
    }
  }

  private struct Attempt {
    var outcome: String
    var run: String?
    /// Whether it is the one that gave readers the run's result.
    var made: Bool { outcome == "published" || outcome == "recovered" }
  }

  private func attempts(of project: TestProject) throws -> [Attempt] {
    let history = try Command.run("history", "Pipelines/test.yml", "--json", in: project.root)
    return try history.outputLines.map { line in
      let row = try json(line)
      return Attempt(
        outcome: try #require(row["outcome"] as? String), run: row["run"] as? String)
    }
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
