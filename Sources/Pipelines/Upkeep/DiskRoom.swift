import Formats
import Foundation

/// Whether the disks have room for a night, asked before it reads anything.
///
/// The database grows by at most a third of the unpacked bytes of exports (measured: 0.26 for documents
/// of 10 KB, 0.08 for documents of 40 KB) and by the whole bytes of tables; its write-ahead log holds
/// the largest file once more. The published folder is about the last one over again.
struct DiskRoom {
  /// What a folder needs and what its disk has, in bytes.
  struct Need: Hashable {
    var folder: String
    var needed: Int
    var free: Int
    /// Which disk it is.
    var device: UInt64
  }

  /// Room that is left free in any case, in bytes.
  static let reserve = 32 << 20

  /// - Throws: ``RunFailure`` with the numbers if a disk has too little room, or if results cannot be
  ///   published there at all.
  static func check(_ plan: Plan, toRead: [DiscoveredInput]) throws {
    try checkPublishFolder(plan.publish)
    let growth = storeGrowth(toRead.map { ($0.name, ExpandedSize.of($0.file)) })
    // A night without new files may still publish, for another day.
    let last = folderBytes("\(plan.publish)/latest/")
    let needs = [
      need(growth, in: plan.workspace),
      need(last + last / 4, in: plan.publish),
    ].compactMap { $0 }
    if let failure = shortage(needs) { throw failure }
  }

  /// - Parameter files: names and unpacked sizes.
  static func storeGrowth(_ files: [(name: String, expanded: Int)]) -> Int {
    var sum = 0
    var largest = 0
    for file in files {
      let name = file.name.lowercased()
      let isTable = [".csv", ".tsv", ".xls", ".xlsx"].contains { name.hasSuffix($0) }
      let growth = isTable ? file.expanded : file.expanded / 3
      sum += growth
      largest = max(largest, growth)
    }
    return sum + largest
  }

  /// Needs on one disk add up.
  static func shortage(_ needs: [Need]) -> RunFailure? {
    for need in needs {
      let all = needs.filter { $0.device == need.device }
      let needed = all.reduce(reserve) { $0 + $1.needed }
      guard needed > need.free else { continue }
      let folders = all.map { $0.folder }.joined(separator: " and ")
      return RunFailure(
        "the disk of \(folders) has \(megabytes(need.free)) free, this night needs about "
          + "\(megabytes(needed)); nothing was read; free space there (ipatlas prune removes results "
          + "that no link leads to), or use --workspace DIR or another \"publish\" on another disk")
    }
    return nil
  }

  private static func checkPublishFolder(_ path: String) throws {
    guard let place = existing(path) else { return }
    var status = stat()
    let isFolder = stat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let code: Int32? =
      !isFolder ? ENOTDIR : access(place, W_OK | X_OK) == 0 ? nil : errno
    guard let code else { return }
    throw RunFailure(
      "cannot publish to \(path): \(place): \(String(cString: strerror(code))); nothing was read; "
        + "expected a folder that this user may write; correct \"publish\" in the plan, or the "
        + "folder's rights")
  }

  private static func need(_ bytes: Int, in folder: String) -> Need? {
    guard let place = existing(folder) else { return nil }
    var room = statvfs()
    var status = stat()
    guard statvfs(place, &room) == 0, stat(place, &status) == 0 else { return nil }
    return Need(
      folder: folder, needed: bytes, free: Int(room.f_bavail) * Int(room.f_frsize),
      device: UInt64(status.st_dev))
  }

  /// The path, or the folder above it that exists and where it would be made.
  private static func existing(_ path: String) -> String? {
    var place = path
    var status = stat()
    while stat(place, &status) != 0 {
      guard let slash = place.lastIndex(of: "/") else { return nil }
      // Below a regular file nothing can be made: the file is what is in the way.
      place = slash == place.startIndex ? "/" : String(place[..<slash])
      if place == "/" { return place }
    }
    return place
  }

  private static func folderBytes(_ folder: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(0) { sum, name in
      var status = stat()
      return stat("\(folder)/\(name)", &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }

  private static func megabytes(_ bytes: Int) -> String { "\((bytes + 500_000) / 1_000_000) MB" }
}
