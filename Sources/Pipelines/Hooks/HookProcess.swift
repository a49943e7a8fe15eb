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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = reading
    process.standardOutput = writing
    process.standardError = writing
    do {
      try process.run()
    } catch {
      return "could not be started: \(error.localizedDescription)"
    }
    guard waits(for: process, seconds: Double(timeout)) else {
      process.terminate()
      if !waits(for: process, seconds: 2) { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      return "was ended after \(timeout)s" + last(streams.1)
    }
    guard process.terminationStatus != 0 else { return nil }
    let how = process.terminationReason == .uncaughtSignal ? "was ended by signal" : "ended with"
    return "\(how) \(process.terminationStatus)" + last(streams.1)
  }

  private func waits(for process: Process, seconds: Double) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while process.isRunning {
      if ContinuousClock.now >= end { return false }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return true
  }

  private func program(_ path: String?) -> String? {
    guard let name = command.first else { return nil }
    let candidates =
      name.contains("/")
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
