import Records
import Store

/// Files with rejects, read again by the readers of today.
///
/// Each file is one transaction: what it gives now replaces what it gave before, as a night does after
/// a new version of the readers. A reject of a record that loads now is closed by that.
package struct RejectRetry: Sendable {
  /// Files that were read again, in the order of their names.
  package var files: [String] = []
  /// Files that could not be: gone, or another content.
  package var passedOver: [String] = []
  /// Rejects of the files read again that are open no more.
  package var closed: [IdentifiedReject] = []
  /// Those that are still open.
  package var open: [IdentifiedReject] = []
  /// Files whose content was read by the same readers before and gave something else now.
  package var surprises: [String] = []

  /// - Parameters:
  ///   - ids: rejects or the beginnings of their ids, whose files are read again; nil for all.
  ///   - instant: ISO 8601 text.
  package static func retry(
    _ plan: Plan, ids: [String]?, workers: Int, instant: String, notice: (String) -> Void,
    progress: (String) -> Void
  ) throws -> RejectRetry {
    guard Workspace.hasDatabase(plan) else { throw UpkeepFailure.noStore(plan) }
    let workspace = try Workspace(
      path: plan.workspace, command: "rejects retry", since: instant, notice: notice)
    defer { withExtendedLifetime(workspace) {} }
    let database = try IPDatabase(path: workspace.databasePath)
    try database.bind(plan: plan.name, region: plan.region.text)
    let before = IdentifiedReject.identify(try database.openRejects())
    let chosen = try ids.map { try IdentifiedReject.named($0, among: before) } ?? before
    var retry = RejectRetry()
    var pending: [PendingInputs.Pending] = []
    var looked: Set<String> = []
    for reject in chosen where looked.insert(reject.reject.source.file).inserted {
      switch try RejectedFile.find(reject.open, plan: plan) {
      case .same(let file): pending.append(file)
      case .other(let reason): retry.passedOver.append(reason)
      }
    }
    pending.sort { Array($0.input.name.utf8).lexicographicallyPrecedes($1.input.name.utf8) }
    try DiskRoom.check(plan, toRead: pending.map { $0.input })
    let tables = try TableSet(plan: plan)
    try ReadStage(plan: plan, tables: tables, database: database)
      .run(pending, workers: workers, progress: progress)
    try database.checkpoint()
    let after = IdentifiedReject.identify(try database.openRejects())
    let read = Set(pending.map { $0.input.name })
    let stillOpen = Set(after.map { $0.id })
    retry.files = pending.map { $0.input.name }
    retry.closed = before.filter {
      read.contains($0.reject.source.file) && !stillOpen.contains($0.id)
    }
    retry.open = after.filter { read.contains($0.reject.source.file) }
    let readers = Version.readers(plan, tables)
    retry.surprises = Set(
      retry.closed.filter {
        $0.open.reader == readers && $0.open.sha256 != LedgerFile.unreadableDigest
      }.map { $0.reject.source.file }
    ).sorted()
    return retry
  }

  package func lines() -> [String] {
    var lines = closed.map { "closed \($0.line)" }
    lines += open.map { "open   \($0.line)" }
    lines += passedOver.map { "not read: \($0)" }
    lines.append(
      "read \(files.count.counted("file")) again: \(closed.count.counted("reject")) closed, \(open.count) still open"
        + (closed.isEmpty ? "" : "; the next ipatlas run publishes what loaded"))
    return lines
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.strings("files", files, evenIfEmpty: true)
      json.strings("not_read", passedOver, evenIfEmpty: true)
      for (key, rejects) in [("closed", closed), ("open", open)] {
        json.key(text: key)
        json.array { json in
          for reject in rejects { json.object { reject.write(to: &$0) } }
        }
      }
    }
    return json
  }
}
