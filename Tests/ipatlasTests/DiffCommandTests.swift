import Foundation
import TestSupport
import Testing

/// `ipatlas diff` as a process.
@Suite struct DiffCommandTests {
  @Test func runsAreComparedAsPublishedAndAnew() throws {
    let project = try TestProject(try SharedCity.small.get())
    let plan = "Pipelines/test.yml"
    let early = try Command.run("run", plan, "--as-of", "2025-06-30", in: project.root)
    #expect(early.status == 1, "\(early.errors)")
    #expect(try Command.run("run", plan, in: project.root).status == 0)

    let shown = try Command.run("diff", plan, in: project.root)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.contains("(2025-06-30) → "))
    #expect(shown.outputLines.contains { $0.hasPrefix("figure ") })
    #expect(shown.outputLines.contains { $0.hasPrefix("high-value ") })
    #expect(shown.output.contains("crossed-ten-years"))

    let published = try project.text("Reports/test/latest/changes.json")
    let json = try Command.run("diff", plan, "--json", in: project.root)
    #expect(json.output == published)
    let csv = try Command.run("diff", "2025-12-31", plan, "--csv", in: project.root)
    #expect(csv.output == (try project.text("Reports/test/latest/changes.csv")))
    let same = try Command.run("diff", "latest", "latest", plan, in: project.root)
    #expect(same.status == 0 && same.output.contains("no patent entered or left"))
    let back = try Command.run("diff", "2025-12-31", "2025-06-30", plan, in: project.root)
    #expect(back.status == 0 && back.output.contains("earlier-cut-off"), "\(back.errors)")
  }

  @Test func wrongUsageIsRefused() throws {
    let project = try TestProject()
    let plan = "Pipelines/test.yml"
    #expect(try Command.run("diff", "a", "b", "c", plan, in: project.root).status == 64)
    #expect(try Command.run("diff", "--json", "--csv", plan, in: project.root).status == 64)
    let none = try Command.run("diff", plan, in: project.root)
    #expect(none.status == 2 && none.errors.contains("no run is published under"))
    let unknown = try Command.run("diff", "0123", plan, in: project.root)
    #expect(unknown.status == 2 && unknown.errors.contains("no run \"0123\" is published"))
  }
}
