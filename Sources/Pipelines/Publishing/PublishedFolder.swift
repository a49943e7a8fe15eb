import Foundation

/// The folder results are published to: `runs/<run>/`, and two links switched by rename.
///
///     <publish>/runs/<run>/        written as runs/.tmp-<run>/, synced, renamed once, never changed
///     <publish>/<as-of>  → runs/<run>
///     <publish>/latest   → runs/<run>
///
/// A reader always sees a whole result: the old one until the rename, the new one after it.
struct PublishedFolder {
  let path: String

  func runFolder(_ run: String) -> String { "\(path)/runs/\(run)" }
  func candidateFolder(_ run: String) -> String { "\(path)/runs/.tmp-\(run)" }

  /// The run a link points to, or nil.
  func run(behind link: String) -> String? {
    guard
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(path)/\(link)"),
      target.hasPrefix("runs/")
    else { return nil }
    return String(target.dropFirst(5))
  }

  /// The as-of of the run behind `latest`, from the link of that name that shares its target.
  func asOf(ofRun run: String) -> String? {
    let links = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return links.filter { $0 != "latest" && self.run(behind: $0) == run }.sorted().last
  }

  func isPublished(_ run: String) -> Bool {
    FileManager.default.fileExists(atPath: runFolder(run) + "/run.json")
  }

  /// Makes an empty candidate folder, removing what a killed run left there.
  func prepareCandidate(_ run: String) throws -> String {
    let candidate = candidateFolder(run)
    try? FileManager.default.removeItem(atPath: candidate)
    try FileManager.default.createDirectory(
      atPath: candidate, withIntermediateDirectories: true)
    return candidate
  }

  /// Syncs the candidate's files and renames it to its final name.
  func publish(_ run: String) throws {
    let candidate = candidateFolder(run)
    for file in try FileManager.default.contentsOfDirectory(atPath: candidate) {
      try PublishedFolder.sync("\(candidate)/\(file)")
    }
    try PublishedFolder.sync(candidate)
    let final = runFolder(run)
    if FileManager.default.fileExists(atPath: final) {
      // Left by a run killed between the rename and the links: the same work, so the same files.
      try FileManager.default.removeItem(atPath: final)
    }
    guard rename(candidate, final) == 0 else { throw PublishedFolder.failure("rename", candidate) }
    try PublishedFolder.sync("\(path)/runs")
  }

  /// Points a link at a run, by making it beside and renaming it over the old one.
  func link(_ name: String, to run: String) throws {
    let temporary = "\(path)/.\(name).tmp"
    _ = unlink(temporary)
    guard symlink("runs/\(run)", temporary) == 0 else {
      throw PublishedFolder.failure("symlink", temporary)
    }
    guard rename(temporary, "\(path)/\(name)") == 0 else {
      throw PublishedFolder.failure("rename", temporary)
    }
    try PublishedFolder.sync(path)
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
  }

  private static func failure(_ call: String, _ path: String) -> RunFailure {
    RunFailure(
      "cannot publish: \(call) of \(path) failed: \(String(cString: strerror(errno))); "
        + "check the folder's rights and the free space")
  }
}
