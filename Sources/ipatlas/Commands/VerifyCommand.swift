import ArgumentParser
import Pipelines

/// `ipatlas verify [RUN]`: whether a published run is still what it was.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Computes a run's digests again and says what differs.",
    discussion: """
      Exit codes: 0 the same, inputs that are no longer there apart; 1 something differs; 2 it \
      could not be compared.
      """)

  @Argument(help: "latest, an as-of date, a run's id or the beginning of it.") var id = "latest"
  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Takes an input that is no longer there for a difference.") var requireInputs = false
  @Flag(help: "Writes one JSON object.") var json = false

  func run() throws {
    try CommandFailure.reporting {
      // The plan alone: `verify Pipelines/nightly.yml`.
      let (id, path) = PlanPath.isOne(id) ? ("latest", id) : (id, plan)
      let plan = try PlanReader.read(
        path: path, today: try CutOff.required(), workspace: workspace)
      let verification = try Verification(
        id, plan: plan, requiresInputs: requireInputs, progress: { Terminal.progress($0) })
      Terminal.erase()
      if json {
        Terminal.print(String(decoding: verification.json().bytes, as: UTF8.self))
      } else {
        for line in verification.lines() { Terminal.print(line) }
      }
      if !verification.isSame { throw ExitCode(1) }
    }
  }
}
