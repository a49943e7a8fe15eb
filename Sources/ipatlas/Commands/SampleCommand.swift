import ArgumentParser
import Foundation
import Pipelines
import Records
import SampleData

/// `ipatlas sample OUT`: a synthetic city of any size in the real shapes.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Writes a synthetic city: exports, legal status, registers, and the known answers.")

  @Argument(help: "The folder to write to; it must not exist or be empty.") var folder: String
  @Option(help: "How many patent applications.") var patents = 400
  @Option(help: "The seed; the same seed gives the same bytes.") var seed: UInt64 = 1
  @Option(help: "About how many bytes a document has.") var documentBytes = 10_000

  func validate() throws {
    guard (1...50_000_000).contains(patents) else {
      throw ValidationError("--patents is \(patents); expected 1 to 50,000,000")
    }
    guard (1_000...1_000_000).contains(documentBytes) else {
      throw ValidationError("--document-bytes is \(documentBytes); expected 1,000 to 1,000,000")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      guard present.isEmpty else {
        throw RunFailure("\(folder) is not empty; name a folder that does not exist yet")
      }
      var city = SampleCity(patents: patents, seed: seed)
      city.documentBytes = documentBytes
      _ = try city.write(to: folder) { count in
        Terminal.progress("written \(count) of \(patents.counted("application"))")
      }
      Terminal.erase()
      Terminal.print(
        "\(folder): \(patents.counted("application")), answers in \(folder)/answers.json")
    }
  }
}
