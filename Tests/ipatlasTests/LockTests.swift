import Foundation
import TestSupport
import Testing

/// Two processes on one workspace.
@Suite(.serialized) struct LockTests {
  @Test func theSecondRunIsToldWhoHoldsTheFirstAndAKilledOneIsTakenOver() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let first = try Command(["run", "Pipelines/test.yml"], in: project.root)
    let lock = project.workspacePath + "/lock"
    var lines = ""
    for _ in 0..<400 where lines.isEmpty && first.isRunning {
      Thread.sleep(forTimeInterval: 0.005)
      lines =
        FileManager.default.contents(atPath: lock).map { String(decoding: $0, as: UTF8.self) }
        ?? ""
    }
    #expect(lines.contains("command run"), "\(lines)")
    // Stopped, so that it holds the workspace for as long as is looked.
    let pid = try #require(
      lines.split(separator: "\n").first { $0.hasPrefix("pid ") }.flatMap { Int32($0.dropFirst(4)) }
    )
    #expect(kill(pid, SIGSTOP) == 0)
    for arguments in [
      ["run", "Pipelines/test.yml"], ["rejects", "retry", "--all", "Pipelines/test.yml"],
    ] {
      guard
        FileManager.default.fileExists(atPath: project.workspacePath + "/ip.sqlite")
          || arguments[0] == "run"
      else { continue }
      let second = try Command(arguments, in: project.root).finish()
      #expect(second.status == 2)
      #expect(second.output.isEmpty)
      #expect(second.errors.contains("another run holds workspace"), "\(second.errors)")
      #expect(second.errors.contains("ipatlas run, process \(pid) of user "), "\(second.errors)")
      #expect(second.errors.contains(", since 20"), "\(second.errors)")
    }
    first.killNow()
    let third = try Command.run("run", "Pipelines/test.yml", in: project.root)
    #expect([0, 1].contains(third.status), "\(third.errors)")
    #expect(
      third.errors.contains("taking over workspace") && third.errors.contains("process \(pid) "),
      "\(third.errors)")
    let fourth = try Command.run("run", "Pipelines/test.yml", in: project.root)
    #expect(fourth.status == 0 && !fourth.errors.contains("taking over"), "\(fourth.errors)")
  }

  @Test func noErrorOfTheSystemIsRaw() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    try project.write("a file", to: "file")
    for arguments in [
      ["run", "Pipelines/test.yml", "--workspace", "file/w"],
      ["store", "backup", "file/b.sqlite", "Pipelines/test.yml"],
      ["store", "check", "Pipelines/test.yml"],
      ["store", "restore", "file", "Pipelines/test.yml"],
      ["verify", "Pipelines/test.yml"],
      ["rollback", "abc", "Pipelines/test.yml"],
      ["rejects", "list", "Pipelines/test.yml"],
    ] {
      let result = try Command(arguments, in: project.root).finish()
      #expect(result.status == 2, "\(arguments)")
      #expect(result.errorLines.count == 1, "\(arguments): \(result.errors)")
      for word in ["NSCocoaError", "Error Domain", "DatabaseError", "Swift."] {
        #expect(!result.errors.contains(word), "\(arguments): \(result.errors)")
      }
    }
  }
}
