import ArgumentParser
import Pipelines
import Records

/// `ipatlas history`: every attempt of a run, whatever became of it.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Lists all runs, oldest first, failed and killed ones included.",
    discussion: """
      The order is that in which runs began, whatever the clock said. An attempt that is under way, or \
      was killed and not yet followed by another one, has no end.
      """)

  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Writes one JSON object a line.") var json = false

  func run() throws {
    try CommandFailure.reporting {
      let plan = try PlanReader.read(
        path: plan, today: try CutOff.required(), workspace: workspace)
      let attempts = try History.attempts(of: plan)
      guard !attempts.isEmpty else {
        Terminal.say("no run of plan \(plan.name) yet in \(plan.workspace)")
        return
      }
      if json {
        for attempt in attempts { Terminal.print(HistoryTable.json(of: attempt)) }
      } else {
        for line in HistoryTable.lines(of: attempts) { Terminal.print(line) }
      }
    }
  }
}
