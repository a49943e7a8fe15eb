import ArgumentParser
import Pipelines

extension RejectsCommand {
  /// `ipatlas rejects retry`: reads the files of rejects again.
  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads the files of rejects again, and closes what loads.",
      discussion: "Exit codes: 0 all of them loaded; 1 some are still open; 2 nothing was read.")

    @Argument(
      help: "Ids or the beginnings of them, none with --all; and the plan, a path ending in .yml.")
    var names: [String] = []
    @Flag(help: "Every file with open rejects.") var all = false
    @Option(help: "Threads that read.") var workers = 2
    @Option(help: "The folder of the database.") var workspace: String?
    @Flag(help: "Writes one JSON object.") var json = false

    private var ids: [String] { names.filter { !PlanPath.isOne($0) } }
    private var plans: [String] { names.filter { PlanPath.isOne($0) } }

    func validate() throws {
      guard plans.count < 2 else {
        throw ValidationError("\(plans.joined(separator: ", ")) are \(plans.count) plans; give one")
      }
      guard all == ids.isEmpty else {
        throw ValidationError("give the ids of rejects, or --all; ipatlas rejects list shows them")
      }
      guard (1...64).contains(workers) else {
        throw ValidationError("--workers is \(workers); expected 1 to 64")
      }
    }

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(
          path: plans.first ?? "Pipelines/sample.yml", today: try CutOff.required(),
          workspace: workspace)
        let retry = try RejectRetry.retry(
          plan, ids: all ? nil : ids, workers: workers, instant: Instant.now(),
          notice: { Terminal.say($0) }, progress: { Terminal.progress($0) })
        Terminal.erase()
        if json {
          Terminal.print(String(decoding: retry.json().bytes, as: UTF8.self))
        } else {
          for line in retry.lines() { Terminal.print(line) }
        }
        for file in retry.surprises {
          Terminal.say(
            "warning: \(file) gave other records with the same version of the readers; the next run "
              + "may take it for the same work: raise the readers' version")
        }
        if !retry.open.isEmpty || !retry.passedOver.isEmpty { throw ExitCode(1) }
      }
    }
  }
}
