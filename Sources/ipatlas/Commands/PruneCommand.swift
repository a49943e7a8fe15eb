import ArgumentParser
import Pipelines

/// `ipatlas prune --keep N`: deletes results that no link leads to.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Deletes runs that no link leads to, and what failed runs have left.",
    discussion: """
      What 'latest' or the link of a day leads to is published and stays. --unlink-before takes back \
      links of days, but for the last of each month.
      """)

  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "How many of the newest runs without a link stay.") var keep: Int
  @Option(help: "Takes back links of days before this one (YYYY-MM-DD).") var unlinkBefore: CutOff?
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Only says what would go.") var dryRun = false
  @Flag(help: "Writes one JSON object.") var json = false

  func validate() throws {
    guard keep >= 0 else { throw ValidationError("--keep is \(keep); expected 0 or more") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let plan = try PlanReader.read(
        path: plan, today: try CutOff.required(), workspace: workspace)
      let prune = try Prune.prune(
        plan, keep: keep, unlinkingBefore: unlinkBefore?.day, isDryRun: dryRun,
        instant: Instant.now(), notice: { Terminal.say($0) })
      if json {
        Terminal.print(String(decoding: prune.json(isDryRun: dryRun).bytes, as: UTF8.self))
      } else {
        for line in prune.lines(isDryRun: dryRun) { Terminal.print(line) }
      }
    }
  }
}
