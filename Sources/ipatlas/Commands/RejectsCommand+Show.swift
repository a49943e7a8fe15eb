import ArgumentParser
import Foundation
import Pipelines

extension RejectsCommand {
  /// `ipatlas rejects show ID`: a rejected record with its bytes.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a rejected record: reason, what to do, and its bytes.",
      discussion: "Control characters are shown as \\x1B; --raw writes the bytes as they are.")

    @Argument(help: "The reject's id or the beginning of it.") var id: String
    @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
    @Option(help: "The folder of the database.") var workspace: String?
    @Flag(help: "Writes the record's bytes to stdout, and nothing else.") var raw = false
    @Flag(help: "Writes one JSON object.") var json = false

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(
          path: plan, today: try CutOff.required(), workspace: workspace)
        let rejects = try IdentifiedReject.all(of: plan)
        for reject in try IdentifiedReject.named([id], among: rejects) {
          let found = try RejectedRecord(reject, plan: plan)
          if raw {
            guard let record = found.record else {
              throw RunFailure(found.absence ?? "the record's bytes are not there")
            }
            Terminal.write(record.bytes, to: STDOUT_FILENO)
          } else if json {
            Terminal.print(String(decoding: found.json().bytes, as: UTF8.self))
          } else {
            for line in found.lines() { Terminal.print(line) }
          }
        }
      }
    }
  }
}
