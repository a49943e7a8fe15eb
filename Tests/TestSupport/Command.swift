import Foundation

/// The built command `ipatlas`, run as a process of its own.
package struct Command {
  package struct Result: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String

    package var outputLines: [String] { Command.lines(output) }
    package var errorLines: [String] { Command.lines(errors) }
  }

  /// The executable beside the test bundle.
  package static let path: String? = {
    let places = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
    return places.map { ($0 as NSString).deletingLastPathComponent + "/ipatlas" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private let process = Process()
  private let folder: TemporaryFolder

  /// Starts the command with its streams in files, so that it never waits for a reader.
  package init(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws {
    guard let path = Command.path else { throw CommandNotBuilt() }
    self.folder = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    variables.merge(environment) { $1 }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Command.writing(self.folder.path + "/out")
    process.standardError = try Command.writing(self.folder.path + "/err")
    try process.run()
  }

  package static func run(
    _ arguments: String..., in folder: String, environment: [String: String] = [:]
  ) throws -> Result {
    try Command(arguments, in: folder, environment: environment).finish()
  }

  /// Ends the process at once, as a power cut would.
  package func killNow() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  package var isRunning: Bool { process.isRunning }

  package func finish() -> Result {
    process.waitUntilExit()
    func text(_ name: String) -> String {
      String(
        decoding: FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data(),
        as: UTF8.self)
    }
    return Result(status: process.terminationStatus, output: text("out"), errors: text("err"))
  }

  private static func writing(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}

/// The command has not been built beside the tests; `swift build` makes it.
package struct CommandNotBuilt: Error {}
