import Analyses
import Classifiers
import Records
import Reports
import Store

/// The stages of one attempt, in their order, within the workspace that ``Night`` holds.
struct NightWork {
  let plan: Plan
  let options: Night.Options
  let database: IPDatabase
  let journal: NightJournal
  let clock: @Sendable () -> String
  let progress: (String) -> Void

  var publisher: PublishStage {
    PublishStage(plan: plan, database: database, moves: FileMoves(rename: options.rename))
  }

  /// What the first stage finds.
  struct Found {
    var tables: TableSet
    var inputs: [DiscoveredInput]
    var pending: PendingInputs
    /// What decides results and is another than in the last good run.
    var changedSettings: [ChangedSetting]
  }

  func run() throws -> Night.Outcome {
    let found = try journal.stage(.discover) { try discover(&$0) }
    tellClock()
    tellLookBack()
    for change in found.changedSettings {
      journal.warn("changed since the last run: \(change.text)")
    }
    try journal.stage(.read) { try read(found, &$0) }
    let files = try database.files().filter { $0.isCurrent }
    guard files.contains(where: { $0.records > 0 }) else {
      throw RunFailure(
        "no input: no record in \(found.inputs.count.counted("file")) found under "
          + "\(plan.inputs.joined(separator: ", ")); "
          + "put the night's exports there, or correct \"inputs\" in \(plan.path)",
        code: .noInput)
    }
    let batches = try journal.stage(.batches) { try checkBatches(found, &$0) }
    let run = try identity(found)
    if publisher.folder.isPublished(run) {
      // A night without anything new is the one that a missing batch makes.
      if let failure = failure(batches: batches) { throw failure }
      // Nothing new, a register changed back to what it was, or a lost workspace: the same work is the
      // same run.
      return try publishedBefore(run, found)
    }
    journal.attempt.run = run
    do {
      return try publish(run, found, files, batches)
    } catch let failure as RunFailure
      where failure.code == .population || failure.code == .noPatents
    {
      throw adding(batches, to: failure)
    }
  }

  /// Judges, counts, checks and publishes; a batch that is missing keeps the night back only beside the
  /// gates, so that whoever reads of it reads of all that is wrong.
  private func publish(
    _ run: String, _ found: Found, _ files: [LedgerFile], _ batches: [BatchFinding]
  ) throws -> Night.Outcome {
    let judged = try judge(run, found, files)
    let figures = try journal.stage(.analyse) { counts in
      let figures = try analyse(run, found, files, judged)
      counts.rowsIn = judged.findings.counts.rowsOut
      counts.rowsOut = figures.indicator.undetermined == nil ? figures.indicator.count : nil
      return figures
    }
    let records = try inputRecords(files, judged)
    let gates = try journal.stage(.gate) { counts in
      let gates = try check(run, found, files, figures, records)
      counts.rowsIn = gates.count
      counts.rowsOut = gates.count { $0.passed }
      return gates
    }
    progress("publishing")
    let outputs = try journal.stage(.write) { counts in
      let outputs = try publisher.writeCandidate(
        figures.indicator, planIndicators: figures.planIndicators,
        gates: GateStage.onPage(gates) + settledOnPage, disagreements: judged.findings.disagreements
      )
      let changes = try ChangesStage(
        plan: plan, tables: found.tables, database: database, folder: publisher.folder
      ).write(figures.indicator)
      var drawn: [OutputFileRecord] = []
      if let maps = figures.maps {
        progress("drawing industry maps")
        let writer = MapWriterStage(
          plan: plan, folder: publisher.folder.candidateFolder(run))
        let (files, warning) = try writer.write(maps)
        drawn = files
        if let warning { journal.warn(warning) }
      }
      counts.rowsOut = outputs.count + changes.count + drawn.count
      return (outputs + changes + drawn).sorted { $0.path < $1.path }
    }
    let rollback = try undoneRollback(by: run)
    func record(finished: String) -> RunRecord {
      RunRecord(
        run: run, planName: plan.name,
        planPath: InputDiscovery.name(
          of: PlanReader.absolute(plan.path, under: plan.root), root: plan.root),
        planSettings: settings(), region: plan.region, asOf: plan.asOf,
        toolVersion: Version.tool, judgements: Version.judgements,
        startedAt: journal.attempt.started, finishedAt: finished,
        host: options.host, inputs: records, gates: gates, outputs: outputs,
        unmatched: judged.findings.unmatched, stages: journal.stages,
        changedSettings: found.changedSettings, batches: batches, rolledBack: rollback?.text)
    }
    if let failure = failure(batches: batches, gates: gates, run: run) {
      try publisher.writeRecord(record(finished: clock()))
      throw failure
    }
    tell(gates)
    if let rollback { journal.warn(rollback.text) }
    let finished = clock()
    try journal.stage(.publish) { counts in
      counts.rowsIn = outputs.count + 1
      try publisher.publish(record(finished: finished), setsLatest: options.setsLatest)
      if rollback != nil { try database.setRollbackMark(nil) }
    }
    return try note(run, figures.indicator, records, finished: finished)
  }

  /// Writes the published run into the ledger.
  private func note(
    _ run: String, _ indicator: HighValueIndicator, _ records: [InputFileRecord], finished: String
  ) throws -> Night.Outcome {
    let read = records.reduce(0) { $0 + $1.records }
    let rejected = records.reduce(0) { $0 + $1.rejected }
    let row = LedgerRun(
      id: run, plan: plan.name, asOf: plan.asOf.isoText, tool: Version.tool,
      started: journal.attempt.started, finished: finished, records: read, rejected: rejected,
      count: indicator.count, value: indicator.knownValue,
      published: InputDiscovery.name(of: publisher.folder.runFolder(run), root: plan.root))
    try journal.stage(.note) { _ in
      // A look back is no night: what was read for it stays to be published by the next one.
      if plan.knownOn == nil { try database.add(row) }
      try database.checkpoint()
    }
    journal.attempt.take(row)
    try journal.close(.published, run: run)
    return .published(run: run, indicator: indicator, records: read, rejected: rejected)
  }

  /// The plan as `run.json` has it.
  private func settings() -> JSONValue {
    .object(
      plan.resolvedText.split(separator: "\n").map { line in
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        return JSONValue.Member(
          parts[0], .text(parts.count > 1 ? String(parts[1].dropFirst()) : ""))
      })
  }
}

extension LedgerAttempt {
  /// Takes over the figures of the run that it published.
  mutating func take(_ row: LedgerRun) {
    records = row.records
    rejected = row.rejected
    value = row.value
    count = row.value == nil ? nil : row.count
    published = row.published
  }
}
