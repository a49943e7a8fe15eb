import Foundation
import Records
import Reports

/// Deletes results that nobody can reach: runs that no link leads to, and what failed or killed runs
/// have left.
///
/// What `latest` or a link of a day leads to is published and never deleted. An office whose plan says
/// `as-of: today` gets a link a night, so old links may be taken back by name of a day: those before it,
/// but for the last of each month, and but for the one whose run `latest` leads to.
///
/// A run that goes is first renamed to a hidden name, so that a kill leaves it whole or unseen.
package struct Prune: Sendable, Hashable {
  /// Links of days that are taken back.
  package var links: [String] = []
  /// Runs that are deleted, oldest first.
  package var runs: [String] = []
  /// Runs without a link that are kept, newest first.
  package var kept: [String] = []
  /// Candidates, half-deleted runs and links in the making.
  package var leftovers: [String] = []
  package var bytes = 0

  /// - Parameters:
  ///   - keep: how many of the newest runs without a link stay.
  ///   - day: links of days before it are taken back; nil for none.
  ///   - isDryRun: only says what would go.
  ///   - instant: ISO 8601 text.
  package static func prune(
    _ plan: Plan, keep: Int, unlinkingBefore day: CalendarDay?, isDryRun: Bool, instant: String,
    notice: (String) -> Void
  ) throws -> Prune {
    let workspace =
      isDryRun
      ? nil
      : try Workspace(path: plan.workspace, command: "prune", since: instant, notice: notice)
    defer { withExtendedLifetime(workspace) {} }
    let folder = PublishedFolder(path: plan.publish)
    let prune = Prune.find(PublishedRuns(plan), keep: keep, unlinkingBefore: day)
    guard !isDryRun else { return prune }
    for link in prune.links {
      guard unlink("\(folder.path)/\(link)") == 0 else {
        throw UpkeepFailure.system("unlink", "\(folder.path)/\(link)")
      }
    }
    if !prune.links.isEmpty { try PublishedFolder.sync(folder.path) }
    for run in prune.runs {
      try folder.moves.moveFolder(
        folder.runFolder(run), to: "\(folder.path)/runs/\(PublishedFolder.prunedPrefix)\(run)")
    }
    folder.removeLeftovers()
    let rest = prune.leftovers.filter {
      FileManager.default.fileExists(atPath: "\(folder.path)/\($0)")
    }
    if let first = rest.first {
      throw RunFailure(
        "\(folder.path)/\(first) could not be deleted; correct the folder's rights and prune again")
    }
    return prune
  }

  static func find(_ runs: PublishedRuns, keep: Int, unlinkingBefore day: CalendarDay?) -> Prune {
    let folder = runs.folder
    var result = Prune()
    let links = runs.links
    let latest = folder.run(behind: "latest")
    let days = links.filter { PublishedRuns.isAsOf($0.name) }
    if let day {
      // Sorted by name, so the last of a month is the last that begins with it.
      let monthEnds = Dictionary(days.map { ($0.name.prefix(7), $0.name) }) { $1 }
      result.links = days.filter { link in
        link.name < day.isoText && link.run != latest
          && monthEnds[link.name.prefix(7)] != link.name
      }.map { $0.name }
    }
    let gone = Set(result.links)
    let linked = Set(links.filter { !gone.contains($0.name) }.map { $0.run })
    let unlinked = runs.all.filter { !linked.contains($0) }.map { run in
      (run: run, finished: folder.finished(run: run) ?? "")
    }.sorted { ($0.finished, $0.run) > ($1.finished, $1.run) }.map { $0.run }
    result.kept = Array(unlinked.prefix(keep))
    result.runs = unlinked.dropFirst(keep).reversed()
    result.leftovers = folder.leftovers()
    let paths = result.runs.map { "runs/\($0)" } + result.leftovers
    result.bytes = paths.reduce(0) { $0 + Prune.size("\(folder.path)/\($1)") }
    return result
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    guard status.st_mode & S_IFMT == S_IFDIR else { return Int(status.st_size) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.reduce(0) { $0 + size("\(path)/\($1)") }
  }

  package func lines(isDryRun: Bool) -> [String] {
    var lines = links.map { "\(isDryRun ? "would take back" : "took back") the link \($0)" }
    let verb = isDryRun ? "would delete" : "deleted"
    lines += runs.map { "\(verb) run \($0)" }
    lines += leftovers.map { "\(verb) \($0)" }
    lines.append(
      "\(verb) \(runs.count.counted("run")) and \(leftovers.count.counted("leftover")), "
        + "\(bytes.counted("byte")); \(kept.count.counted("run")) without a link are kept")
    return lines
  }

  package func json(isDryRun: Bool) -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("dry_run", isDryRun)
      json.strings("unlinked", links, evenIfEmpty: true)
      json.strings("deleted", runs, evenIfEmpty: true)
      json.strings("kept", kept, evenIfEmpty: true)
      json.strings("leftovers", leftovers, evenIfEmpty: true)
      json.member("bytes", bytes)
    }
    return json
  }
}
