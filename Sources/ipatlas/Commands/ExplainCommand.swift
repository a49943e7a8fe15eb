import ArgumentParser
import Pipelines
import Records

/// `ipatlas explain NUMBER`: why a patent or a trademark counts or not; with `--county` or `--cell` what
/// stands behind a published figure.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why a patent or a trademark counts or not, or what stands behind a figure.",
    discussion: """
      With a number: reads the database that 'run' has filled; judges for any cut-off date. With \
      --county or --cell, which take only the plan: reads a published run, 'latest' unless --in-run or \
      --as-of names another.
      """)

  @Argument(
    help: "An application number in any form, a publication number such as CN…B, or a trademark's.")
  var number: String?
  @Argument(help: "The plan. (default: Pipelines/sample.yml)") var plan: String?
  @Option(help: "The cut-off date; wins over the plan's.", transform: CutOff.init(parsing:))
  var asOf: CutOff?
  @Option(
    help: "Uses only what had been published and delivered by this day; of patents.",
    transform: CutOff.init(parsing:))
  var asKnownOn: CutOff?
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Takes the number for a trademark's, such as 10000001, G1234567 or \"WO 1234567\".")
  var trademark = false
  @Flag(help: "Shows with each fact of a patent the passage of the file it was read from.")
  var fragments = false
  @Option(help: "A county's code or name, such as 341302: its figure of indicator 1.")
  var county: String?
  @Option(help: "A cell of indicator-1.json as a JSON Pointer, such as /criteria/award/met.")
  var cell: String?
  @Option(help: "The published run: an id, its beginning, a cut-off, latest.") var inRun: String?
  @Option(help: "How many rows of a county or cell are listed.") var limit: Int?
  @Flag(help: "Writes one JSON object.") var json = false

  private var isFigure: Bool { county != nil || cell != nil }

  func validate() throws {
    if isFigure {
      guard county == nil || cell == nil else {
        throw ValidationError("--county and --cell exclude each other")
      }
      guard plan == nil, !trademark, !fragments, asKnownOn == nil else {
        throw ValidationError(
          "--county and --cell take the plan alone, with --in-run, --as-of, --limit, --json")
      }
      guard inRun == nil || asOf == nil else {
        throw ValidationError("--in-run and --as-of exclude each other; both name the run")
      }
      guard (limit ?? 1) > 0 else { throw ValidationError("--limit expects 1 or more") }
      return
    }
    guard number != nil else {
      throw ValidationError("expected a number, --county or --cell")
    }
    guard inRun == nil, limit == nil else {
      throw ValidationError("--in-run and --limit go with --county or --cell")
    }
    if trademark, asKnownOn != nil {
      throw ValidationError(
        "--as-known-on is of patents only: what was known of a trademark on a day cannot be told")
    }
    if trademark, fragments { throw ValidationError("--fragments is of patents only") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let path = (isFigure ? number : plan) ?? "Pipelines/sample.yml"
      let plan = try PlanReader.read(
        path: path, asOf: asOf?.day ?? asKnownOn?.day, today: try CutOff.required(),
        workspace: workspace
      ).using(whatWasKnownOn: asKnownOn?.day)
      if isFigure {
        try explainFigure(plan)
      } else if let number {
        try explain(number, plan)
      }
    }
  }

  private func explainFigure(_ plan: Plan) throws {
    let published = try ExplainedRun(inRun ?? asOf?.day.isoText ?? "latest", plan: plan)
    let shown = limit ?? CellAnswer.defaultLimit
    if let county {
      let answer = try CountyAnswer(county, in: published)
      write(answer.json(limit: limit), or: answer.lines(limit: shown))
    } else if let cell {
      let answer = try published.answer(cell)
      write(answer.json(limit: limit), or: answer.lines(limit: shown))
    }
  }

  private func explain(_ number: String, _ plan: Plan) throws {
    if trademark {
      let explanation = try TrademarkExplanation(of: number, plan: plan)
      write(explanation.json(), or: explanation.lines())
    } else {
      let explanation = try Explanation(of: number, plan: plan, withFragments: fragments)
      write(explanation.json(), or: explanation.lines())
    }
  }

  private func write(_ object: @autoclosure () -> JSONBuffer, or lines: @autoclosure () -> [String])
  {
    if json {
      Terminal.print(String(decoding: object().bytes, as: UTF8.self))
    } else {
      for line in lines() { Terminal.print(line) }
    }
  }
}
