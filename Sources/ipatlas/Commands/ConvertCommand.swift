import ArgumentParser
import Formats
import Foundation
import Pipelines
import Records

/// `ipatlas convert FILE…`: records of any supported export, one a line.
struct ConvertCommand: ParsableCommand {
  enum Output: String, ExpressibleByArgument, CaseIterable { case ndjson, csv }

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes the records of any supported export to stdout, one a line.",
    discussion: """
      Rejects go to stderr and to --rejects FILE. Exit codes: 0 all read; 1 some records rejected; \
      2 nothing could be read.
      """)

  @Argument(help: "Files or folders.") var files: [String]
  @Option(help: "Keeps only records of this format (see 'formats').") var format: String?
  @Option(help: "ndjson or csv.") var to = Output.ndjson
  @Option(help: "Writes the rejects to this file, one JSON object a line.") var rejects: String?
  @Option(help: "Threads that read.") var workers = 2
  @Flag(help: "Parses whole documents instead of scanning the parts no field is taken from.")
  var strict = false

  func validate() throws {
    guard (1...64).contains(workers) else {
      throw ValidationError("--workers is \(workers); expected 1 to 64")
    }
    guard !files.isEmpty else { throw ValidationError("expected at least one file or folder") }
    let known = Formats.descriptions.map { $0.id } + RegisterKind.allCases.map { $0.formatID }
    if let format, !known.contains(format) {
      throw ValidationError("unknown format \"\(format)\"; known: \(known.joined(separator: ", "))")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let run = try Conversion(
        files, format: format, isCSV: to == .csv, workers: workers, strict: strict)
      var rejectLines: [UInt8] = []
      let counts = try run.write(
        output: { Terminal.write($0, to: STDOUT_FILENO) },
        reject: { reject in
          Terminal.say(Conversion.line(reject))
          if rejects != nil { Conversion.append(reject, to: &rejectLines) }
        })
      if let rejects {
        guard FileManager.default.createFile(atPath: rejects, contents: Data(rejectLines)) else {
          throw RunFailure("cannot write \(rejects)")
        }
      }
      if counts.records == 0 {
        throw RunFailure(
          "no record\(format.map { " of format \($0)" } ?? "") was found in "
            + files.joined(separator: ", "))
      }
      if counts.rejects > 0 { throw ExitCode(1) }
    }
  }
}
