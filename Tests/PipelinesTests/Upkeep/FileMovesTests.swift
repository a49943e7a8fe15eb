import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// A file system that says one thing and does another.
@Suite struct FileMovesTests {
  private final class Calls {
    var count = 0
  }

  /// Acknowledges so many renames without carrying them out.
  private func losing(_ count: Int, _ calls: Calls = Calls()) -> FileMoves {
    FileMoves(
      rename: { old, new in
        calls.count += 1
        return calls.count <= count ? 0 : Glibc.rename(old, new)
      }, pause: { _ in })
  }

  @Test(arguments: [0, 1, 4])
  func aLostRenameIsTriedAgain(lost: Int) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/old", withIntermediateDirectories: false)
    let calls = Calls()
    try losing(lost, calls).moveFolder(folder.path + "/old", to: folder.path + "/new")
    #expect(calls.count == lost + 1)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/new"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/old"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/latest", withDestinationPath: "older")
    try losing(lost).switchLink(
      folder.path + "/latest", to: "new", by: folder.path + "/.latest.tmp")
    #expect(FileMoves.target(of: folder.path + "/latest") == "new")
  }

  @Test func oneThatIsAlwaysLostFails() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/old", withIntermediateDirectories: false)
    let failure = #expect(throws: RunFailure.self) {
      try losing(.max).moveFolder(folder.path + "/old", to: folder.path + "/new")
    }
    #expect(failure?.reason.contains("did not take place") == true)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/old"))
  }

  /// NFS sends a rename again when the answer is lost, and then finds the old name gone.
  @Test func oneThatIsReportedAsFailedButTookPlaceIsDone() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/old", withIntermediateDirectories: false)
    let moves = FileMoves(
      rename: { old, new in
        _ = Glibc.rename(old, new)
        errno = ENOENT
        return -1
      }, pause: { _ in })
    try moves.moveFolder(folder.path + "/old", to: folder.path + "/new")
    try moves.switchLink(
      folder.path + "/latest", to: "new", by: folder.path + "/.latest.tmp")
    #expect(FileMoves.target(of: folder.path + "/latest") == "new")
  }
}
