import Analyses
import ArgumentParser
import Pipelines
import Records
import Reports

/// `ipatlas series`: the history of indicator 1.
struct SeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract:
      "Counts indicator 1 at the ends of months, quarters or years, as CSV, JSON and a chart.",
    discussion: """
      Reads the database that 'run' has filled, in one pass; no export is read again. Each point \
      equals what 'run --as-of' of that day gives. The last day asked for is always a point.
      """)

  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The first day of the period, YYYY-MM-DD.", transform: CutOff.init(parsing:))
  var from: CutOff
  @Option(help: "The last day of the period, YYYY-MM-DD.", transform: CutOff.init(parsing:))
  var to: CutOff
  @Option(help: "month, quarter or year.") var step: SeriesStep = .month
  @Option(
    help: "Uses only what had been published and delivered by this day.",
    transform: CutOff.init(parsing:))
  var asKnownOn: CutOff?
  @Option(help: "The folder of the database.") var workspace: String?
  @Option(help: "The folder to write to; default: a folder of its own under the plan's 'publish'.")
  var output: String?
  @Option(help: "Threads that judge.") var workers = 2
  @Flag(help: "Writes the series as one JSON object.") var json = false

  func validate() throws {
    guard (1...64).contains(workers) else {
      throw ValidationError("--workers is \(workers); expected 1 to 64")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let today = try CutOff.required()
      guard to.day <= today else {
        throw RunFailure(
          "--to \(to.day.isoText) is later than today, \(today.isoText): what will be in force then "
            + "is not known; give a day up to today")
      }
      var plan = try PlanReader.read(
        path: plan, asOf: to.day, today: today, workspace: workspace)
      plan.knownOn = asKnownOn?.day
      let run = try SeriesRun(plan, from: from.day, to: to.day, step: step, workers: workers)
      let series = try run.series(progress: { Terminal.progress($0) })
      Terminal.erase()
      let files = try run.write(series, to: output ?? run.folder(of: series))
      if json {
        Terminal.write(SeriesJSON.bytes(series), to: 1)
      } else {
        for line in SeriesCommand.table(series) { Terminal.print(line) }
        for file in files { Terminal.say("wrote \(file)") }
      }
    }
  }

  /// One line a point, under a line of names.
  private static func table(_ series: IndicatorSeries) -> [String] {
    let header = ["day", "base", "count", "upper", "value", "persons", "year"]
    let rows = series.points.map { point in
      [
        point.day.isoText, String(point.base.validInventions), String(point.count),
        String(point.countUpper), point.value.map { ChineseFigures.fixed($0, places: 4) } ?? "-",
        point.population.map { String($0.persons) } ?? "-",
        point.population.map { String($0.year) } ?? "-",
      ]
    }
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].utf8.count }.max() ?? 0
    }
    return ([header] + rows).map { row in
      row.indices.map { column in
        String(repeating: " ", count: widths[column] - row[column].utf8.count) + row[column]
      }.joined(separator: "  ")
    }
  }
}

extension SeriesStep: ExpressibleByArgument {}
