import Foundation
import Records
import Synchronization
import TestSupport
import Testing

@testable import Pipelines

/// Which runs `latest` may be rolled back to, and what the next run says of it.
@Suite struct RollbackTests {
  private let instant = "2026-11-23T08:00:00Z"

  @Test func runsThatLookBackAreRefused() throws {
    let project = try SharedCity.small.project()
    let latest = try #require(try project.run().publishedRun)
    let replay = try #require(try project.run(asOf: "2024-12-31").publishedRun)
    let day = CalendarDay("2024-12-31")
    let lookBack = try project.plan(asOf: "2024-12-31").using(whatWasKnownOn: day)
    let known = try #require(
      try Night(
        lookBack, options: .init(), clock: { "2026-11-23T00:00:00Z" }, progress: { _ in }
      ).run().publishedRun)
    let plan = try project.plan()
    for (run, word) in [(replay, "--allow-replay"), (known, "known on 2024-12-31")] {
      let refusal = #expect(throws: RunFailure.self) {
        try Rollback.roll(plan, to: run, instant: instant, notice: { _ in })
      }
      #expect(refusal?.reason.contains(word) == true, "\(refusal?.reason ?? "")")
      #expect(try project.indicator("latest").run == latest)
    }
    _ = try Rollback.roll(
      plan, to: replay, allowsReplay: true, instant: instant, notice: { _ in })
    #expect(try project.indicator("latest").run == replay)
  }

  @Test func theNextRunSaysWhatItReplaces() throws {
    let project = try SharedCity.small.project()
    let first = try #require(try project.run(asOf: "2025-12-30").publishedRun)
    let second = try #require(try project.run().publishedRun)
    let plan = try project.plan()
    // Yesterday's run was the latest once: no option is needed.
    _ = try Rollback.roll(plan, to: first, instant: instant, notice: { _ in })
    let words = "rolled back to run \(first) from run \(second) on \(instant); this run replaces it"
    #expect(try warnings(of: project).contains { $0.contains(words) })
    #expect(try project.indicator("latest").run == second)
    #expect(try !warnings(of: project).contains { $0.contains("rolled back") }, "told once")

    _ = try Rollback.roll(plan, to: first, instant: instant, notice: { _ in })
    try project.write(
      "patent_no,sei_code,verdict,decided_by,decided_on,reason\n",
      to: "registers/sei-decisions-2.csv")
    #expect(try warnings(of: project).contains { $0.contains(words) })
    #expect(
      try project.text("Reports/test/latest/run.json").contains("\"rolled_back\": \"\\\"latest"))
    #expect(try project.text("Reports/test/latest/run.json").contains(first))
  }

  private func warnings(of project: TestProject) throws -> [String] {
    let lines = Mutex<[String]>([])
    try project.run { options in
      options.log = { line in
        if let message = line.message { lines.withLock { $0.append(message) } }
      }
    }
    return lines.withLock { $0 }
  }
}
