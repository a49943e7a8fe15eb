import ArgumentParser
import Foundation
import Pipelines
import Records
import Store

extension StoreCommand {
  /// `ipatlas store check`: whether the database is sound.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks pages, keys, the ledger against the rows, and the log.",
      discussion: "Exit codes: 0 sound; 1 something is wrong; 2 the database cannot be opened.")

    @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
    @Option(help: "The folder of the database.") var workspace: String?
    @Flag(help: "Writes one JSON object.") var json = false

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(
          path: plan, today: try CutOff.required(), workspace: workspace)
        let path = "\(plan.workspace)/ip.sqlite"
        guard FileManager.default.fileExists(atPath: path) else {
          throw RunFailure(
            "there is no database in \(plan.workspace); run ipatlas run first, or give the "
              + "workspace with --workspace DIR")
        }
        let check = try IPDatabase(path: path).check()
        if json {
          Terminal.print(text(of: check))
        } else {
          for answer in check.answers {
            Terminal.print("\(answer.isSound ? "ok   " : "WRONG") \(answer.name): \(answer.detail)")
          }
        }
        guard check.isSound else {
          Terminal.say(
            "error: \(path) is not sound; restore a backup (ipatlas store restore FILE), or delete "
              + "the workspace and read the inputs again")
          throw ExitCode(1)
        }
      }
    }

    private func text(of check: StoreCheck) -> String {
      var json = JSONBuffer()
      json.object { json in
        json.member("sound", check.isSound)
        json.key("answers")
        json.array { json in
          for answer in check.answers {
            json.object { json in
              json.member("name", answer.name)
              json.member("sound", answer.isSound)
              json.member("detail", answer.detail)
            }
          }
        }
      }
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }
}
