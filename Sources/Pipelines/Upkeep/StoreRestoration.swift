import Formats
import Foundation
import Store

/// Puts a backup in the place of a workspace's database.
///
/// 1. Check the backup: digest, pages, schema, plan and region. Nothing is touched before.
/// 2. Copy it beside the database and check the copy.
/// 3. Keep the database under another name, and put the copy in its place by one rename.
/// 4. Check it there; what does not pass gives way to the old database again.
///
/// Killed at any instant, a whole database is in place: the old one until the rename, then the new one.
package struct StoreRestoration: Sendable {
  /// Where the database that was replaced is kept; nil where there was none.
  package var replaced: String?
  package var lastRun: String?
  package var files: Int

  /// - Parameters:
  ///   - backup: the file that `store backup` wrote.
  ///   - instant: ISO 8601 text, which names the replaced database.
  package static func restore(
    _ plan: Plan, from backup: String, instant: String, notice: (String) -> Void
  ) throws -> StoreRestoration {
    let state = try examine(backup, plan: plan, notice: notice)
    let workspace = try Workspace(
      path: plan.workspace, command: "store restore", since: instant, notice: notice)
    let database = workspace.databasePath
    let copy = database + ".restoring"
    for ending in ["", "-journal", "-wal", "-shm"] { _ = unlink(copy + ending) }
    try UpkeepFile.copy(backup, to: copy)
    guard
      try FileDigest.sha256(volumes: [copy]) == FileDigest.sha256(volumes: [backup]),
      try StoreState.integrityFaults(of: copy).isEmpty
    else {
      _ = unlink(copy)
      throw RunFailure(
        "the copy of \(backup) in \(plan.workspace) is not what was read; nothing was replaced; look "
          + "at the disk")
    }
    let digits = instant.filter { $0.isLetter || $0.isNumber }
    let replaced = try setAside(database, as: "\(database).replaced-\(digits)")
    guard rename(copy, database) == 0 else { throw UpkeepFailure.system("rename", copy) }
    try PublishedFolder.sync(plan.workspace)
    do {
      let restored = try IPDatabase(path: database)
      let check = try restored.check()
      try restored.close()
      if let fault = check.answers.first(where: { !$0.isSound }) {
        throw RunFailure("\(fault.name): \(fault.detail)")
      }
    } catch {
      throw try withdraw(error, database: database, replaced: replaced, backup: backup)
    }
    return StoreRestoration(replaced: replaced, lastRun: state.lastRun, files: state.files)
  }

  private static func examine(
    _ backup: String, plan: Plan, notice: (String) -> Void
  ) throws -> StoreState {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw RunFailure("\(backup) does not exist; expected a file that ipatlas store backup wrote")
    }
    let state = try StoreState.of(backup)
    if let manifest = try StoreBackup.manifest(of: backup) {
      let found = try FileDigest.sha256(volumes: [backup]).text
      guard found == manifest.sha256 else {
        throw RunFailure(
          "\(backup) is not the backup that was written: SHA-256 \(found.prefix(16))… found, "
            + "\(manifest.sha256.prefix(16))… expected by \(backup)\(StoreBackup.manifestEnding); "
            + "restore another backup")
      }
    } else {
      notice(
        "warning: no \(StoreBackup.manifestEnding) lies beside \(backup); its digest is not compared"
      )
    }
    guard !state.isNewer else { throw StoreError.newerSchema(path: backup) }
    let expected = IPDatabase.binding(plan: plan.name, region: plan.region.text)
    if let found = state.boundTo, found != expected {
      throw RunFailure(
        "\(backup) is of \(found), this plan is \(expected); restore a backup of this plan")
    }
    if let fault = try StoreState.integrityFaults(of: backup).first {
      throw RunFailure("\(backup) is damaged: \(fault); restore another backup")
    }
    return state
  }

  /// Gives the database a second name, and moves its log to it; gives the name, or nil where there is
  /// no database.
  private static func setAside(_ database: String, as name: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: database) else { return nil }
    // A sound database takes its log in; a damaged one keeps it beside.
    if let old = try? IPDatabase(path: database) {
      try? old.checkpoint()
      try? old.close()
    }
    _ = unlink(name)
    guard link(database, name) == 0 else { throw UpkeepFailure.system("link", database) }
    for ending in ["-wal", "-shm"] where UpkeepFile.size(database + ending) > 0 {
      guard rename(database + ending, name + ending) == 0 else {
        throw UpkeepFailure.system("rename", database + ending)
      }
    }
    for ending in ["-wal", "-shm"] { _ = unlink(database + ending) }
    return name
  }

  private static func withdraw(
    _ error: any Error, database: String, replaced: String?, backup: String
  ) throws -> RunFailure {
    let reason =
      (error as? RunFailure)?.reason ?? (error as? StoreError)?.reason
      ?? StoreError(error, path: database)?.reason ?? "\(error)"
    for ending in ["-wal", "-shm"] { _ = unlink(database + ending) }
    if let replaced {
      for ending in ["-wal", ""] where FileManager.default.fileExists(atPath: replaced + ending) {
        _ = rename(replaced + ending, database + ending)
      }
    } else {
      _ = unlink(database)
    }
    return RunFailure(
      "\(backup) did not pass its check in \(database): \(reason); the database that was there is in "
        + "place again; restore another backup")
  }
}
