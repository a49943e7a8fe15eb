import ArgumentParser
import Pipelines
import Records

/// `ipatlas plan`: what `run` would read, skip and compute, without doing it.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Shows what a run would read, skip and compute.")

  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The cut-off date; wins over the plan's.", transform: CutOff.init(parsing:))
  var asOf: CutOff?
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Writes one JSON object.") var json = false

  func run() throws {
    try CommandFailure.reporting {
      let today = try CutOff.required()
      let plan = try PlanReader.read(
        path: plan, asOf: asOf?.day, today: today, workspace: workspace)
      let preview = try RunPreview.of(plan, today: today)
      if json {
        Terminal.print(String(decoding: preview.json().bytes, as: UTF8.self))
      } else {
        for line in preview.lines() { Terminal.print(line) }
      }
    }
  }
}
