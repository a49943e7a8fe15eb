import ArgumentParser
import Pipelines
import Records
import Store

/// `ipatlas history`: the runs that published.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the runs that published, oldest first.")

  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Writes one JSON object a line.") var json = false

  func run() throws {
    try CommandFailure.reporting {
      let plan = try PlanReader.read(
        path: plan, today: try CutOff.required(), workspace: workspace)
      for run in try History.runs(of: plan) {
        if json {
          var line = JSONBuffer()
          line.object { line in
            line.member("run", run.id)
            line.member("plan", run.plan)
            line.member("as_of", run.asOf)
            line.member("tool", run.tool)
            line.member("started", run.started)
            line.member("finished", run.finished)
            line.member("records", run.records)
            line.member("rejected", run.rejected)
            if let value = run.value {
              line.member("count", run.count)
              line.key("value")
              line.number(value)
            }
            line.member("published", run.published)
          }
          Terminal.print(String(decoding: line.bytes, as: UTF8.self))
        } else {
          let figure = run.value.map { "count \(run.count)  value \($0)" } ?? "not known"
          Terminal.print(
            "\(run.finished)  \(run.id)  as of \(run.asOf)  \(figure)  "
              + "records \(run.records)  rejected \(run.rejected)")
        }
      }
    }
  }
}
