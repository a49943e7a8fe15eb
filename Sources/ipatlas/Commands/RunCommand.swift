import Analyses
import ArgumentParser
import Foundation
import Pipelines
import Records

/// `ipatlas run`: the batch job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Reads what is new, judges, counts and publishes.",
    discussion: """
      Exit codes: 0 all read and published, or nothing new; 1 published, but records read in this \
      run were rejected (see rejects.ndjson) or a hook failed; 2 nothing published.
      """)

  @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
  @Option(help: "The cut-off date; wins over the plan's.", transform: CutOff.init(parsing:))
  var asOf: CutOff?
  @Option(
    help: "Uses only what had been published and delivered by this day.",
    transform: CutOff.init(parsing:))
  var asKnownOn: CutOff?
  @Option(help: "The folder of the database.") var workspace: String?
  @Flag(help: "Hashes every input again.") var rehash = false
  @Flag(help: "Moves 'latest' even to an earlier cut-off date.") var setLatest = false
  @Option(help: "Gates whose failure you have looked at: publishes all the same (ID[,ID]).")
  var accept: String?
  @Option(help: "Threads that read and judge.") var workers = 2
  @Flag(help: "Writes the result as one JSON object.") var json = false
  @Option(help: "What stderr is written as: text (for people) or json (an object a line).")
  var logFormat = LogFormat.text

  func validate() throws {
    guard (1...64).contains(workers) else {
      throw ValidationError("--workers is \(workers); expected 1 to 64")
    }
    for id in accepted where !Night.acceptable.contains(id) {
      throw ValidationError(
        "--accept names \"\(id)\"; expected of "
          + "\(Night.acceptable.joined(separator: ", ")), separated by commas; what does not add up "
          + "cannot be accepted")
    }
  }

  private var accepted: [String] {
    accept?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  func run() throws {
    let clock: @Sendable () -> String = { ISO8601DateFormatter().string(from: Date()) }
    let log = RunLog(logFormat, clock: clock)
    try log.reporting {
      let today = try CutOff.required()
      let plan = try PlanReader.read(
        path: plan, asOf: asOf?.day ?? asKnownOn?.day, today: today, workspace: workspace
      ).using(whatWasKnownOn: asKnownOn?.day)
      guard plan.asOf <= today else {
        throw RunFailure(
          "the cut-off \(plan.asOf.isoText) is later than today, \(today.isoText): what will be in "
            + "force then is not known, and `latest` would stay there; give a day up to today")
      }
      var options = Night.Options()
      options.workers = workers
      options.rehashes = rehash
      options.setsLatest = setLatest
      options.accepted = Set(accepted)
      options.host = ProcessInfo.processInfo.hostName
      options.notice = { log.say($0, event: "workspace") }
      options.log = { log.write($0) }
      let night = Night(plan, options: options, clock: clock, progress: { log.progress($0) })
      let result = Result { try night.run() }
      Terminal.erase()
      let failures = NightHooks(plan, environment: ProcessInfo.processInfo.environment)
        .run(after: result)
      for failure in failures { log.say(failure, event: "hook-failed") }
      try report(try result.get(), plan, log)
      // What was published stands; the exit code says that somebody was not told.
      if !failures.isEmpty { throw ExitCode(1) }
    }
  }

  private func report(_ outcome: Night.Outcome, _ plan: Plan, _ log: RunLog) throws {
    var line = JSONBuffer()
    switch outcome {
    case .nothingNew(let run, let absent):
      line.object { line in
        line.member("outcome", "nothing-new")
        line.member("run", run)
        line.member("absent_files", absent)
        line.member("published", "\(plan.publish)/runs/\(run)")
      }
      if !json {
        Terminal.print("nothing new: \(plan.publish)/runs/\(run) is up to date")
        tell(absent, plan)
        Terminal.print("open \(page(of: run, plan))")
      }
    case .published(let run, let indicator, let records, let rejected):
      line.object { line in
        line.member("outcome", "published")
        line.member("run", run)
        if let value = indicator.knownValue {
          line.member("count", indicator.count)
          line.key("value")
          line.number(value)
        }
        line.member("records", records)
        line.member("rejected", rejected)
        line.member("absent_files", indicator.quality.absentFiles)
        line.member("published", "\(plan.publish)/runs/\(run)")
      }
      if !json {
        Terminal.print(figure(indicator, plan))
        Terminal.print("read \(records.counted("record")), rejected \(rejected)")
        tell(indicator.quality.absentFiles, plan)
        Terminal.print("published \(plan.publish)/runs/\(run)")
        Terminal.print("open \(page(of: run, plan))")
      }
      if rejected > 0 {
        if json { Terminal.print(String(decoding: line.bytes, as: UTF8.self)) }
        log.say(
          "\(rejected.counted("record")) \(rejected == 1 ? "was" : "were") rejected; each is a line of \(plan.publish)/runs/\(run)/"
            + "rejects.ndjson", event: "rejected")
        throw ExitCode(1)
      }
    }
    if json { Terminal.print(String(decoding: line.bytes, as: UTF8.self)) }
  }

  private func figure(_ indicator: HighValueIndicator, _ plan: Plan) -> String {
    let head = "\(indicator.regionName) \(plan.asOf.isoText): "
    guard let value = indicator.knownValue else {
      return head
        + "indicator 1 is not known (\(indicator.undetermined ?? "")); "
        + (plan.knownOn == nil
          ? "add what is missing to the inputs; all else is published"
          : "so it stood on that day; the look back is published")
    }
    return head + "\(indicator.count) high-value patents of "
      + "\(indicator.base.validInventions) in force, \(indicator.population.persons) persons "
      + "(\(indicator.population.year)): \(value) per 10,000"
  }

  private func tell(_ absent: Int, _ plan: Plan) {
    guard absent > 0 else { return }
    Terminal.print(
      "\(absent.counted("file")) read earlier \(absent == 1 ? "is" : "are") no longer among the inputs "
        + "and still \(absent == 1 ? "counts" : "count"); to forget \(absent == 1 ? "it" : "them"), "
        + "delete \(plan.workspace) and run again")
  }

  /// The path of the run's page from the current folder: behind `latest`, or behind its cut-off where
  /// `latest` is a later one.
  private func page(of run: String, _ plan: Plan) -> String {
    let latest = try? FileManager.default.destinationOfSymbolicLink(
      atPath: "\(plan.publish)/latest")
    let link = latest == "runs/\(run)" ? "latest" : plan.linkName
    return InputDiscovery.name(
      of: "\(plan.publish)/\(link)/index.html", root: FileManager.default.currentDirectoryPath)
  }
}
