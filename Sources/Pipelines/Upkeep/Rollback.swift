import Foundation
import Records
import Reports
import Store

/// Points `latest` back at an earlier run, by one rename.
package struct Rollback: Sendable, Hashable {
  package var run: String
  package var asOf: String
  /// The run that `latest` led to; nil where there was none.
  package var before: String?
  /// The run that the link of the day leads to, which is not moved.
  package var ofTheDay: String?

  /// - Parameters:
  ///   - text: an as-of date, an id or the beginning of one.
  ///   - allowsReplay: whether a run may be taken that never was the latest, being as of a day before
  ///     that of a run published earlier.
  ///   - instant: ISO 8601 text.
  /// - Throws: ``RunFailure`` where there is no such run, or its files are not what it wrote.
  package static func roll(
    _ plan: Plan, to text: String, allowsReplay: Bool = false, instant: String,
    notice: (String) -> Void
  ) throws -> Rollback {
    let runs = PublishedRuns(plan)
    let run = try runs.run(text)
    if let day = runs.folder.knownOn(ofRun: run) {
      throw RunFailure(
        "run \(run) uses only what was known on \(day), and never is the latest; name a day or a run "
          + "published without --as-known-on")
    }
    let workspace = try Workspace(
      path: plan.workspace, command: "rollback", since: instant, notice: notice)
    defer { withExtendedLifetime(workspace) {} }
    // Another process may have pruned it before the lock was ours.
    guard runs.folder.isPublished(run), let asOf = runs.folder.asOf(ofRun: run) else {
      throw RunFailure("run \(run) is no longer complete in \(plan.publish)/runs; name another")
    }
    if !allowsReplay, let other = try replayed(run, asOf: asOf, plan) {
      throw RunFailure(
        "run \(run) as of \(asOf) is a replay: when it was made, run \(other.id) as of \(other.asOf) "
          + "had been published, so it never was the latest; name another, or give --allow-replay")
    }
    let damaged = try Verification(run, plan: plan).differences.filter {
      $0.subject == .output || $0.subject == .run
    }
    if let first = damaged.first {
      throw RunFailure(
        "run \(run) is not what it was: \(first.name): \(first.kind): \(first.detail); `latest` stays "
          + "where it was; see ipatlas verify \(run)")
    }
    let before = runs.folder.run(behind: "latest")
    if before != run {
      if Workspace.hasDatabase(plan) {
        let database = try IPDatabase(path: workspace.databasePath)
        // First the word, then the link: a kill between the two leaves a mark that nothing heeds.
        try database.setRollbackMark(
          RollbackMark(run: run, before: before, instant: instant))
      }
      try runs.folder.link("latest", to: run)
    }
    return Rollback(
      run: run, asOf: asOf, before: before, ofTheDay: runs.folder.run(behind: asOf))
  }

  /// A run of a later day that had been published before this one; nil where there is none, or no ledger
  /// to tell.
  private static func replayed(_ run: String, asOf: String, _ plan: Plan) throws -> LedgerRun? {
    let ledger = try History.runs(of: plan)
    guard let place = ledger.firstIndex(where: { $0.id == run }) else { return nil }
    return ledger[..<place].last { $0.asOf > asOf }
  }

  package func lines() -> [String] {
    var lines = [
      before == run
        ? "latest leads to run \(run) as of \(asOf) already"
        : "latest leads to run \(run) as of \(asOf) now"
          + (before.map { ", no longer to \($0)" } ?? "")
    ]
    if let ofTheDay, ofTheDay != run {
      lines.append("the link \(asOf) still leads to run \(ofTheDay)")
    }
    lines.append(
      "the next ipatlas run moves latest on again, unless its day is earlier than \(asOf): before it, "
        + "take out the input or undo the setting that was wrong, or stop the timer")
    return lines
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("latest", run)
      json.member("as_of", asOf)
      if let before { json.member("before", before) }
      if let ofTheDay { json.member("of_the_day", ofTheDay) }
    }
    return json
  }
}
