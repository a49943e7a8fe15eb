import Foundation
import Store
import TestSupport
import Testing

@testable import Pipelines

@Suite struct WorkspaceTests {
  @Test func whoeverComesSecondIsToldWhoHoldsIt() throws {
    let folder = try TemporaryFolder()
    let held = try Workspace(
      path: folder.path + "/w", command: "prune", since: "2026-01-02T01:30:00Z")
    let failure = #expect(throws: RunFailure.self) {
      try Workspace(path: folder.path + "/w", since: "2026-01-02T02:00:00Z")
    }
    let reason = try #require(failure?.reason)
    #expect(reason.contains("ipatlas prune, process \(getpid()) of user "), "\(reason)")
    #expect(reason.contains("since 2026-01-02T01:30:00Z"), "\(reason)")
    withExtendedLifetime(held) {}
  }

  @Test func aHolderThatEndsWellLeavesNoLines() throws {
    let folder = try TemporaryFolder()
    var workspace: Workspace? = try Workspace(path: folder.path)
    let lock = folder.path + "/lock"
    #expect(FileManager.default.contents(atPath: lock)?.isEmpty == false)
    workspace = nil
    #expect(workspace == nil && FileManager.default.contents(atPath: lock)?.isEmpty == true)
  }

  /// Lines of a process that is dead: another start, another boot, another machine.
  @Test(arguments: ["start", "boot", "namespace"])
  func linesOfADeadProcessAreTakenOver(other key: String) throws {
    let folder = try TemporaryFolder()
    var holder = LockHolder.current(command: "run", since: "2026-01-01T00:00:00Z")
    switch key {
    case "start": holder.processStart = (holder.processStart ?? 0) + 1
    case "boot": holder.boot = "another"
    default: holder.namespace = "pid:[1]"
    }
    try Data(holder.text.utf8).write(to: URL(fileURLWithPath: folder.path + "/lock"))
    var notices: [String] = []
    let workspace = try Workspace(path: folder.path, notice: { notices.append($0) })
    #expect(notices.count == 1 && notices[0].hasPrefix("taking over workspace"), "\(notices)")
    #expect(notices[0].contains("since 2026-01-01T00:00:00Z"))
    withExtendedLifetime(workspace) {}
  }

  /// A lock that is free although its holder lives is none.
  @Test func aFileSystemThatDropsLocksIsRefused() throws {
    let folder = try TemporaryFolder()
    let text = LockHolder.current(command: "run", since: "").text
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/lock"))
    let failure = #expect(throws: RunFailure.self) { try Workspace(path: folder.path) }
    #expect(failure?.reason.contains("did not keep the lock") == true)
    // Its lines stay for the next.
    #expect(FileManager.default.contents(atPath: folder.path + "/lock") == Data(text.utf8))
  }

  @Test(arguments: [
    "", "pid\n", "pid 12", "command run\npid -4\n", "pid x\ncommand run\n", "\u{0}",
  ])
  func brokenLinesNameNobody(text: String) {
    #expect(LockHolder(parsing: text) == nil)
  }

  @Test func linesAreReadBack() {
    let holder = LockHolder.current(command: "store restore", since: "2026-01-01T00:00:00Z")
    #expect(LockHolder(parsing: holder.text) == holder)
    #expect(holder.isAlive)
  }

  @Test func aNetworkFileSystemIsRefusedAndAnUnknownOneIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/w"
    let failure = #expect(throws: StoreError.self) {
      try Workspace(path: path, fileSystem: { _ in .network(name: "nfs") })
    }
    let reason = failure?.reason ?? ""
    #expect(reason.contains("network file system (nfs)") && reason.contains("--workspace DIR"))
    #expect(!FileManager.default.fileExists(atPath: path))
    var notices: [String] = []
    let workspace = try Workspace(
      path: path, fileSystem: { _ in .unknown(name: "newfs") }, notice: { notices.append($0) })
    #expect(notices.count == 1 && notices[0].contains("newfs"))
    withExtendedLifetime(workspace) {}
  }

  /// Root may write anywhere but below a file.
  @Test func aWorkspaceBelowAFileSaysWhat() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
    let failure = #expect(throws: RunFailure.self) {
      try Workspace(path: folder.path + "/file/w")
    }
    let reason = failure?.reason ?? ""
    #expect(reason.contains("\(folder.path)/file: Not a directory"), "\(reason)")
    #expect(reason.contains("--workspace DIR"))
  }
}
