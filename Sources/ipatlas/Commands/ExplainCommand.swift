import ArgumentParser
import Pipelines
import Records

/// `ipatlas explain NUMBER`: why a patent or a trademark counts or not.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why a patent or a trademark counts or not, with its evidence.",
    discussion: "Reads the database that 'run' has filled; judges for any cut-off date.")

  @Argument(
    help: "An application number in any form, a publication number such as CN…B, or a trademark's.")
  var number: String
  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The cut-off date; wins over the plan's.", transform: CutOff.init(parsing:))
  var asOf: CutOff?
  @Option(
    help: "Uses only what had been published and delivered by this day; of patents.",
    transform: CutOff.init(parsing:))
  var asKnownOn: CutOff?
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Takes the number for a trademark's, such as 10000001, G1234567 or \"WO 1234567\".")
  var trademark = false
  @Flag(help: "Writes one JSON object.") var json = false

  func validate() throws {
    if trademark, asKnownOn != nil {
      throw ValidationError(
        "--as-known-on is of patents only: what was known of a trademark on a day cannot be told")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let plan = try PlanReader.read(
        path: plan, asOf: asOf?.day ?? asKnownOn?.day, today: try CutOff.required(),
        workspace: workspace
      ).using(whatWasKnownOn: asKnownOn?.day)
      if trademark {
        let explanation = try TrademarkExplanation(of: number, plan: plan)
        if json {
          Terminal.print(String(decoding: explanation.json().bytes, as: UTF8.self))
        } else {
          for line in explanation.lines() { Terminal.print(line) }
        }
        return
      }
      let explanation = try Explanation(of: number, plan: plan)
      if json {
        Terminal.print(String(decoding: explanation.json().bytes, as: UTF8.self))
      } else {
        for line in explanation.lines() { Terminal.print(line) }
      }
    }
  }
}
