import Records
import Reports
import Store

/// Writes down how a run goes: each stage in the ledger and in the log, and how it ended.
///
/// The row of the attempt is written before the first stage and again at each border of one, so that a
/// run that is killed leaves word of how far it came.
final class NightJournal {
  private(set) var stages: [StageRecord] = []
  /// What is known of the attempt by now; written at the next border of a stage.
  var attempt: LedgerAttempt
  private let database: IPDatabase
  private let clock: @Sendable () -> String
  private let options: Night.Options

  /// Begins an attempt; one that is still open was killed, and is closed as such.
  init(
    _ plan: Plan, database: IPDatabase, options: Night.Options,
    clock: @escaping @Sendable () -> String
  ) throws {
    self.database = database
    self.options = options
    self.clock = clock
    attempt = LedgerAttempt(
      plan: plan.name, asOf: plan.asOf.isoText, tool: Version.tool,
      host: options.host.isEmpty ? nil : options.host, started: clock())
    attempt.stage = NightStage.discover.rawValue
    // The rest of the settings is known once the tables are read; what the attempt is, at once.
    attempt.settings = plan.knownOn.map { "\(SettingsText.knownOn): \($0.isoText)" }
    attempt.sequence = try database.begin(attempt)
    log(
      "run-started",
      members: [
        .init("plan", .text(plan.name)), .init("region", .text(plan.region.text)),
        .init("as_of", .text(plan.asOf.isoText)), .init("tool", .text(Version.tool)),
        .init("attempt", .integer(Int(attempt.sequence))),
      ])
  }

  /// Runs a stage and records it.
  ///
  /// - Parameter body: the stage; it fills in its counts.
  func stage<Result>(
    _ stage: NightStage, _ body: (inout StageCounts) throws -> Result
  ) throws -> Result {
    attempt.stage = stage.rawValue
    try database.update(attempt)
    let started = clock()
    try options.boundary(stage.rawValue, true)
    var counts = StageCounts()
    let result = try body(&counts)
    let record = StageRecord(
      name: stage.rawValue, startedAt: started, endedAt: clock(), counts: counts,
      peakMemory: PeakMemory.bytes())
    stages.append(record)
    attempt.stages = String(
      decoding: JSONText.line(.list(stages.map { $0.json })), as: UTF8.self)
    log("stage", members: record.members)
    try options.boundary(stage.rawValue, false)
    return result
  }

  /// Says what the attempt is; no warning.
  func inform(_ event: String, _ message: String) { log(event, message: message) }

  /// Says something to people that no published result depends on.
  func warn(_ message: String) { log("warning", level: .warning, message: message) }

  /// Closes the attempt as one that left readers with a result.
  func close(_ outcome: LedgerAttempt.Outcome, run: String) throws {
    attempt.outcome = outcome
    attempt.run = run
    attempt.stage = nil
    attempt.ended = clock()
    try database.update(attempt)
    log(
      "run-ended",
      members: [.init("outcome", .text(outcome.rawValue)), .init("run", .text(run))]
        + [
          attempt.records.map { .init("records", .integer($0)) },
          attempt.rejected.map { .init("rejected", .integer($0)) },
        ].compactMap { $0 })
  }

  /// Closes the attempt as failed.
  func fail(_ error: any Error) {
    let failure = NightFailure(error)
    attempt.outcome = .failed
    attempt.code = failure.code
    attempt.reason = failure.reason
    attempt.ended = clock()
    // What has stopped the run may keep this from being written as well; the run's own error counts.
    try? database.update(attempt)
    log(
      "run-ended", level: .error, message: failure.reason,
      members: [
        .init("outcome", .text(LedgerAttempt.Outcome.failed.rawValue)),
        .init("stage", .optional(attempt.stage)), .init("code", .text(failure.code)),
      ])
  }

  private func log(
    _ event: String, level: LogLine.Level = .info, message: String? = nil,
    members: [JSONValue.Member] = []
  ) {
    options.log(
      LogLine(time: clock(), level: level, event: event, message: message, members: members))
  }
}
