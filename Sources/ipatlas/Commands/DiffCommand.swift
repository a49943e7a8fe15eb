import ArgumentParser
import Pipelines
import Records
import Reports

/// `ipatlas diff [RUN [RUN]] [PLAN]`: what changed between two runs, by cause.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what changed between two runs: each patent that entered or left, by cause.",
    discussion: """
      Without a run: that behind 'latest' with the one published before it. With one: that run with \
      the one before it. With two: the earlier first. A run is named by its id, the beginning of its \
      id, its cut-off (YYYY-MM-DD) or 'latest'. Entries − exits is the difference, exactly.
      """)

  @Argument(help: "Up to two runs, and the plan (a path that ends with .yml or .yaml).")
  var words: [String] = []
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Writes the comparison as changes.json has it.") var json = false
  @Flag(help: "Writes one row per patent and figure as changes.csv has it.") var csv = false

  private var plans: [String] { words.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") } }
  private var runs: [String] { words.filter { !$0.hasSuffix(".yml") && !$0.hasSuffix(".yaml") } }

  func validate() throws {
    guard runs.count <= 2, plans.count <= 1 else {
      throw ValidationError(
        "found \(runs.count.counted("run")) and \(plans.count) plans; expected up to two runs and one plan"
      )
    }
    guard !(json && csv) else { throw ValidationError("--json and --csv exclude each other") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let plan = try PlanReader.read(
        path: plans.first ?? "Pipelines/sample.yml", today: try CutOff.required(),
        workspace: workspace)
      let difference = try PublishedChanges(plan).difference(runs)
      if json {
        try ChangesJSON.write(difference) { Terminal.write($0, to: 1) }
      } else if csv {
        try ChangesCSV.write(difference) { Terminal.write($0, to: 1) }
      } else {
        for line in difference.lines() { Terminal.print(line) }
      }
    }
  }
}
