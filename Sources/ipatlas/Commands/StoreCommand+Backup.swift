import ArgumentParser
import Pipelines
import Records

extension StoreCommand {
  /// `ipatlas store backup FILE|DIR`: a copy of the database in one file.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a checked copy of the database; a night may run meanwhile.",
      discussion: """
        In a folder the file is named for the plan and the instant. FILE.json beside it has its \
        SHA-256, schema, plan and last run.
        """)

    @Argument(help: "The file to write, or a folder to write it in.") var target: String
    @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
    @Option(help: "The folder of the database.") var workspace: String?
    @Flag(help: "Writes one JSON object.") var json = false

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(
          path: plan, today: try CutOff.required(), workspace: workspace)
        let backup = try StoreBackup.write(plan, to: target, instant: Instant.now())
        Terminal.print(
          json
            ? String(decoding: backup.json().bytes, as: UTF8.self)
            : "wrote \(backup.path), \(backup.bytes.counted("byte")), \(backup.files.counted("file")), last run "
              + (backup.lastRun ?? "none"))
      }
    }
  }
}
