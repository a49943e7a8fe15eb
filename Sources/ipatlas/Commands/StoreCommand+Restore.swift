import ArgumentParser
import Pipelines
import Records

extension StoreCommand {
  /// `ipatlas store restore FILE`: puts a backup in the place of the database.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts a backup in the place of the database, which is kept beside it.",
      discussion: """
        Refuses a damaged backup, another plan's, and one of a newer version, and changes nothing then.
        """)

    @Argument(help: "The file that 'store backup' wrote.") var backup: String
    @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
    @Option(help: "The folder of the database.") var workspace: String?

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(
          path: plan, today: try CutOff.required(), workspace: workspace)
        let restoration = try StoreRestoration.restore(
          plan, from: backup, instant: Instant.now(), notice: { Terminal.say($0) })
        Terminal.print(
          "restored \(restoration.files.counted("file")), last run \(restoration.lastRun ?? "none"); the next "
            + "ipatlas run reads what was delivered since")
        if let replaced = restoration.replaced {
          Terminal.print("the database that was there is kept as \(replaced); delete it in time")
        }
      }
    }
  }
}
