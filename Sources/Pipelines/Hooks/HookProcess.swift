import CSpawn
import Foundation

/// One command of a plan's hooks, run to its end.
struct HookProcess {
  let command: [String]
  /// The folder it runs in; a program with a slash in its name is relative to it.
  let folder: String
  let timeout: Int

  /// Runs it with `input` on its standard input; what it writes is kept from the run's own streams.
  ///
  /// - Returns: why it failed, nil where it did not.
  func run(input: [UInt8], environment: [String: String]) -> String? {
    guard let program = program(environment["PATH"]) else {
      return "was not found; expected a path, or the name of a program in PATH"
    }
    let files = FileManager.default
    let base = files.temporaryDirectory.appendingPathComponent("ipatlas-hook-\(UUID().uuidString)")
    let streams = (base.path + ".in", base.path + ".out")
    defer {
      try? files.removeItem(atPath: streams.0)
      try? files.removeItem(atPath: streams.1)
    }
    // Files and no pipes: a command that reads or writes nothing, or much, never blocks the run.
    let isPrivate: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    guard files.createFile(atPath: streams.0, contents: Data(input), attributes: isPrivate),
      files.createFile(atPath: streams.1, contents: nil, attributes: isPrivate),
      let reading = FileHandle(forReadingAtPath: streams.0),
      let writing = FileHandle(forWritingAtPath: streams.1)
    else { return "could not be given its input in \(files.temporaryDirectory.path)" }
    let id: pid_t
    switch start(program, environment, reading.fileDescriptor, writing.fileDescriptor) {
    case .success(let started): id = started
    case .failure(let fault): return "could not be started: \(fault.reason)"
    }
    guard let status = wait(for: id, seconds: Double(timeout)) else {
      // The group: what the command has started ends with it.
      kill(-id, SIGTERM)
      if wait(for: id, seconds: 2) == nil {
        kill(-id, SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
      }
      return "was ended after \(timeout)s" + last(streams.1)
    }
    guard status != 0 else { return nil }
    let signal = status & 0x7F
    let how = signal == 0 ? "ended with \(status >> 8 & 0xFF)" : "was ended by signal \(signal)"
    return how + last(streams.1)
  }

  private struct Fault: Error {
    let reason: String
  }

  /// Starts the command as the leader of a process group of its own.
  ///
  /// `Process` of Foundation takes a command for running as long as anything that it has started lives;
  /// a hook that leaves a process behind would hold up the night.
  private func start(
    _ program: String, _ environment: [String: String], _ input: Int32, _ output: Int32
  ) -> Result<pid_t, Fault> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    _ = ipatlas_spawn_in(&actions, folder)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let arguments = ([program] + command.dropFirst()).map { strdup($0) } + [nil]
    let variables =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, program, &actions, &attributes, arguments, variables)
    return code == 0 ? .success(id) : .failure(Fault(reason: String(cString: strerror(code))))
  }

  /// The status it ended with; nil where it has not ended by then.
  private func wait(for id: pid_t, seconds: Double) -> Int32? {
    let end = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(id, &status, WNOHANG) == 0 {
      if ContinuousClock.now >= end { return nil }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return status
  }

  private func program(_ path: String?) -> String? {
    guard let name = command.first else { return nil }
    // A path that begins at the root stays as it is: made plain it would lose the links by which an
    // interpreter knows its own environment.
    let candidates =
      name.hasPrefix("/")
      ? [name]
      : name.contains("/")
        ? [PlanReader.absolute(name, under: folder)]
        : (path ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The last line that it wrote, for the message.
  private func last(_ path: String) -> String {
    let text = String(
      decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    guard let line = text.split(whereSeparator: { $0.isNewline }).last else { return "" }
    return "; its last line: \(line.prefix(200))"
  }
}
