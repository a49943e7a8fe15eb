import Formats
import Foundation
import Records
import Store

/// A copy of a workspace's database in one file, with a line beside it that says what it is.
///
///     /backup/nightly.sqlite        the database as it stood at one instant
///     /backup/nightly.sqlite.json   {"plan": …, "sha256": …, "schema": …, …}
package struct StoreBackup: Sendable, Hashable {
  package var path: String
  package var sha256: String
  package var bytes: Int
  /// The plan and region it is bound to.
  package var boundTo: String?
  /// The name of its last schema migration.
  package var schema: String
  package var lastRun: String?
  package var files: Int
  package var tool: String
  /// ISO 8601 instant.
  package var madeAt: String

  package static let manifestEnding = ".json"

  /// Writes a backup; a night may run meanwhile, and is in it wholly or not at all, file by file.
  ///
  /// Written under a temporary name, checked, synced and then renamed, so that a file under the final
  /// name is a whole backup.
  ///
  /// - Parameters:
  ///   - target: a file, or a folder in which the file is named for the plan and the instant.
  ///   - instant: ISO 8601 text.
  package static func write(_ plan: Plan, to target: String, instant: String) throws -> StoreBackup
  {
    guard Workspace.hasDatabase(plan) else { throw UpkeepFailure.noStore(plan) }
    let path = fileName(target, plan: plan, instant: instant)
    let files = FileManager.default
    if files.fileExists(atPath: path), (try? StoreState.of(path)) == nil {
      throw RunFailure("\(path) exists and is no backup of a store; name another file")
    }
    let folder = (path as NSString).deletingLastPathComponent
    if let failure = FolderCreation.create(folder, mode: 0o700) {
      throw RunFailure(
        "cannot write a backup to \(folder): \(failure.reason); expected a folder that this user "
          + "may write")
    }
    let temporary = "\(folder)/.\((path as NSString).lastPathComponent).tmp"
    for ending in ["", "-journal", "-wal", "-shm"] { _ = unlink(temporary + ending) }
    defer { for ending in ["", "-journal"] { _ = unlink(temporary + ending) } }
    let database = try IPDatabase(path: "\(plan.workspace)/ip.sqlite")
    try database.copy(to: temporary)
    try database.close()
    let faults = try StoreState.integrityFaults(of: temporary)
    guard faults.isEmpty else {
      throw RunFailure(
        "the backup of \(plan.workspace)/ip.sqlite is damaged: \(faults[0]); nothing was kept; run "
          + "ipatlas store check, and restore the last good backup if the store is damaged")
    }
    _ = chmod(temporary, 0o600)
    let backup = try describe(temporary, at: path, instant: instant)
    var manifest = backup.json()
    manifest.endLine()
    try PublishedFolder.sync(temporary)
    // Between the two a backup has no line rather than that of another.
    _ = unlink(path + manifestEnding)
    guard rename(temporary, path) == 0 else { throw UpkeepFailure.system("rename", temporary) }
    try UpkeepFile.write(manifest.bytes, to: path + manifestEnding)
    try PublishedFolder.sync(folder)
    return backup
  }

  private static func fileName(_ target: String, plan: Plan, instant: String) -> String {
    let full = PlanReader.absolute(target, under: FileManager.default.currentDirectoryPath)
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
    guard target.hasSuffix("/") || exists && isFolder.boolValue else { return full }
    let digits = instant.filter { $0.isLetter || $0.isNumber }
    return "\(full)/\(plan.name)-\(digits).sqlite"
  }

  private static func describe(
    _ file: String, at path: String, instant: String
  ) throws -> StoreBackup {
    let state = try StoreState.of(file)
    return StoreBackup(
      path: path, sha256: try FileDigest.sha256(volumes: [file]).text,
      bytes: UpkeepFile.size(file), boundTo: state.boundTo, schema: state.schema,
      lastRun: state.lastRun, files: state.files, tool: Version.tool, madeAt: instant)
  }

  /// Reads the line beside a backup; nil where there is none.
  static func manifest(of path: String) throws -> Manifest? {
    guard let data = FileManager.default.contents(atPath: path + manifestEnding) else { return nil }
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: data) else {
      throw RunFailure(
        "\(path)\(manifestEnding) is not the line that store backup writes; restore another backup, "
          + "or move that file away to restore without comparing digests")
    }
    return manifest
  }

  struct Manifest: Decodable {
    var sha256: String
    var bytes: Int
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("backup", (path as NSString).lastPathComponent)
      json.member("sha256", sha256)
      json.member("bytes", bytes)
      if let boundTo { json.member("bound_to", boundTo) }
      json.member("schema", schema)
      json.member("files", files)
      if let lastRun { json.member("last_run", lastRun) }
      json.member("tool", tool)
      json.member("made_at", madeAt)
    }
    return json
  }
}
