import ArgumentParser
import Foundation
import Pipelines
import Records

/// `ipatlas inspect FILE…`: what a file is.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows format, encoding, container, number of records and the first record.")

  @Argument(help: "Files or folders.") var files: [String]
  @Flag(help: "Writes one JSON object a file.") var json = false

  func run() throws {
    try CommandFailure.reporting {
      var rejects = 0
      for report in try Inspection.of(files) {
        rejects += report.summary.rejects
        Terminal.print(
          json
            ? String(decoding: report.json().bytes, as: UTF8.self)
            : report.lines().joined(separator: "\n"))
      }
      if rejects > 0 { throw ExitCode(1) }
    }
  }
}
