import ArgumentParser
import Pipelines

/// `ipatlas rollback RUN`: points `latest` back at an earlier run.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Points 'latest' back at an earlier run, in one step.",
    discussion: "The next run moves it on again, unless its day is earlier.")

  @Argument(help: "An as-of date, a run's id or the beginning of it.") var id: String
  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Takes a run as of a day before that of a run published earlier, too.")
  var allowReplay = false
  @Flag(help: "Writes one JSON object.") var json = false

  func run() throws {
    try CommandFailure.reporting {
      let plan = try PlanReader.read(
        path: plan, today: try CutOff.required(), workspace: workspace)
      let rollback = try Rollback.roll(
        plan, to: id, allowsReplay: allowReplay, instant: Instant.now(),
        notice: { Terminal.say($0) })
      if json {
        Terminal.print(String(decoding: rollback.json().bytes, as: UTF8.self))
      } else {
        for line in rollback.lines() { Terminal.print(line) }
      }
    }
  }
}
