import Analyses
import Glibc
import Records
import Store

/// One run of a plan, from discovery to the published folder.
///
/// 1. Discover: which inputs are new by content, and which files count no more.
/// 2. Read and store them, one transaction a file.
/// 3. Assemble and judge every invention and every mark at the cut-off.
/// 4. Count over the derived tables.
/// 5. Check the gates; a failed one publishes nothing and keeps the candidate folder.
/// 6. Publish by one rename and two links.
///
/// A run killed at any instant is continued by the next one with the same result. Every attempt is a
/// row of the ledger, whatever becomes of it.
package struct Night {
  package struct Options: Sendable {
    package var workers = 2
    /// Hashes every input again, whatever its size and time say.
    package var rehashes = false
    /// Moves `latest` even to an earlier as-of.
    package var setsLatest = false
    /// The ids of gates whose failure somebody has looked at: the run is published all the same.
    package var accepted: Set<String> = []
    /// The host's name, for `run.json`.
    package var host = ""
    /// Is given what the operator should know of the workspace, one line.
    package var notice: @Sendable (String) -> Void = { _ in }
    /// Is called at both ends of each stage; what it throws ends the run there. For tests, which put
    /// faults at every border.
    package var boundary: @Sendable (_ stage: String, _ isStart: Bool) throws -> Void = { _, _ in }
    /// How long another connection's lock on the database is waited for, in seconds.
    package var busySeconds = 10.0
    /// As rename(2), for published folders and links. For tests, in which renames are lost.
    package var rename: @Sendable (_ old: String, _ new: String) -> Int32 = { Glibc.rename($0, $1) }
    /// Is given each line of the log, warnings among them.
    package var log: @Sendable (LogLine) -> Void = { _ in }

    package init() {}
  }

  /// The ids that ``Options/accepted`` may hold.
  package static var acceptable: [String] { GateStage.acceptable + [BatchCheck.id] }

  package enum Outcome: Sendable {
    /// `absentFiles`: files that count although they are no longer among the inputs.
    case nothingNew(run: String, absentFiles: Int)
    /// `rejected`: records of the files read since the last published run that could not be read.
    case published(run: String, indicator: HighValueIndicator, records: Int, rejected: Int)
  }

  private let plan: Plan
  private let options: Options
  private let clock: @Sendable () -> String
  private let progress: (String) -> Void

  /// - Parameters:
  ///   - clock: the instant as ISO 8601 text, for `run.json`, the log and the ledger only.
  ///   - progress: is given a passing state, one line.
  package init(
    _ plan: Plan, options: Options, clock: @escaping @Sendable () -> String,
    progress: @escaping (String) -> Void
  ) {
    self.plan = plan
    self.options = options
    self.clock = clock
    self.progress = progress
  }

  package func run() throws -> Outcome {
    let workspace = try Workspace(
      path: plan.workspace, command: "run", since: clock(), notice: options.notice)
    defer { withExtendedLifetime(workspace) {} }
    let database = try IPDatabase(
      path: workspace.databasePath, busySeconds: options.busySeconds)
    try database.bind(plan: plan.name, region: plan.region.text)
    let journal = try NightJournal(plan, database: database, options: options, clock: clock)
    do {
      return try NightWork(
        plan: plan, options: options, database: database, journal: journal, clock: clock,
        progress: progress
      ).run()
    } catch {
      journal.fail(error)
      throw error
    }
  }
}
