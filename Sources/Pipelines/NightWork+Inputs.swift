import Records
import Reports
import Store

/// The stages that take inputs in, and what tells whether there is anything to do.
extension NightWork {
  func discover(_ counts: inout StageCounts) throws -> Found {
    let tables = try TableSet(plan: plan)
    let inputs = try InputDiscovery.files(of: plan)
    let isFullCheck = try database.countRun() % 7 == 0
    let pending = try PendingInputs.find(
      inputs, database: database, readers: Version.readers(plan, tables),
      rehashes: options.rehashes || isFullCheck, progress: progress)
    try DiskRoom.check(plan, toRead: pending.toRead.map { $0.input })
    try pending.rename(in: database)
    try database.retire(pending.outdated(try database.files()))
    try pending.remember(in: database)
    try database.note(
      pending.contents.map {
        Arrival(sha256: $0.sha256, path: $0.name, arrived: journal.attempt.started)
      })
    counts.rowsIn = inputs.count
    counts.rowsOut = pending.toRead.count
    counts.cacheHits = pending.known.count

    let text = SettingsText(plan, tables)
    let last = try lastGood()
    journal.attempt.files = inputs.count
    journal.attempt.settings = text.settings
    journal.attempt.tables = text.tables
    var changes: [ChangedSetting] = []
    if let last, let settings = last.settings, let tables = last.tables {
      // A look back is no night: that it has a day of its own is no change of the plan.
      changes = text.changes(since: SettingsText(settings: settings, tables: tables)).filter {
        $0.setting != SettingsText.knownOn
      }
    }
    return Found(tables: tables, inputs: inputs, pending: pending, changedSettings: changes)
  }

  /// The last attempt that left readers with a result; a look back is none, since it has a setting
  /// that no night has.
  private func lastGood() throws -> LedgerAttempt? {
    try database.attempts().last { attempt in
      attempt.isGood && attempt.knownOn == nil
    }
  }

  /// Says of a look back that it is one.
  func tellLookBack() {
    guard let knownOn = plan.knownOn else { return }
    journal.inform(
      "look-back",
      "a look back: as of \(plan.asOf.isoText), with only what had been published and delivered by "
        + "\(knownOn.isoText); \"latest\" stays where it is")
  }

  /// Says where the clock does not agree with what was done before; the run goes on under its own date,
  /// and `latest` stays where a later one lies behind it.
  func tellClock() {
    let now = journal.attempt.started
    let earlier =
      (try? database.attempts())?.filter { $0.sequence < journal.attempt.sequence } ?? []
    // Instants of one form only can be compared as texts.
    let past = earlier.compactMap { $0.ended ?? $0.started }.filter { $0.count == now.count }.max()
    if let past, now < past {
      journal.warn(
        "the clock says \(now), but a run before this one ended at \(past): the clock was moved "
          + "back, or was ahead then; set it right; history keeps the order in which runs began")
    }
    let folder = publisher.folder
    guard plan.followsToday, !options.setsLatest, let latest = folder.run(behind: "latest"),
      let asOf = folder.asOf(ofRun: latest).flatMap({ CalendarDay($0) }), plan.asOf < asOf
    else { return }
    journal.warn(
      "today is \(plan.asOf.isoText), but \"latest\" leads to run \(latest) as of \(asOf.isoText): "
        + "this run is published as \(plan.asOf.isoText) and \"latest\" stays; if the later one is "
        + "wrong, give --set-latest")
  }

  func read(_ found: Found, _ counts: inout StageCounts) throws {
    let pending = found.pending
    try ReadStage(plan: plan, tables: found.tables, database: database)
      .run(pending.toRead, workers: options.workers, progress: progress)
    try StubStage(tables: found.tables, database: database)
      .run(found.inputs, pending, workers: options.workers, progress: progress)
    counts.rowsIn = pending.toRead.count
    counts.cacheHits = pending.known.count
    try settleReplaced(pending)
    let digests = Set(pending.toRead.map { $0.sha256 })
    counts.rowsOut = try database.files().filter { $0.isCurrent && digests.contains($0.sha256) }
      .reduce(0) { $0 + $1.records }
  }

  /// Takes registers out of count that were replaced, once what replaced them could be read.
  private func settleReplaced(_ pending: PendingInputs) throws {
    let contents = try database.replacedContents()
    guard !contents.isEmpty else { return }
    let replacements = pending.replacements(try database.files(), contents)
    try database.retire(replacements.outdated)
    for (file, path) in replacements.kept {
      journal.warn(
        "\(path) could not be read as it lies there now; the "
          + "\((file.records - file.rejected).counted("row")) of "
          + "its last readable version (SHA-256 \(file.sha256.prefix(16))…) still count; correct the "
          + "file, see \"ipatlas rejects list\"")
    }
    try database.setReplacedContents(replacements.awaiting)
  }

  /// The run of this work where its folder is complete already: it is linked and noted in the ledger
  /// if a kill has kept it from that, and never written again.
  func publishedBefore(_ run: String, _ found: Found) throws -> Night.Outcome {
    if let digest = publisher.recordDigest(run) { try database.keepDigest(digest, ofRun: run) }
    let rollback = try undoneRollback(by: run)
    if let rollback { journal.warn(rollback.text) }
    try publisher.link(run, asOf: plan.asOf, setsLatest: options.setsLatest)
    if rollback != nil { try database.setRollbackMark(nil) }
    var outcome = LedgerAttempt.Outcome.nothingNew
    // What reads the derived tables must find them, though the work was published before: the
    // workspace may have been filled again, or a register changed back to what it was, or another day
    // been judged since. What was
    // touched stays so: the next run that publishes says what became of the files read since.
    if plan.knownOn == nil {
      let isNoted = try database.runs().contains { $0.id == run }
      let row = isNoted ? nil : publisher.ledgerRun(run)
      if try row != nil || database.hasUnsettledJudgements() || database.judgedRun() != run {
        journal.attempt.run = run
        _ = try judge(run, found, try database.files().filter { $0.isCurrent })
      }
      if let row {
        try database.add(row)
        journal.attempt.take(row)
        outcome = .recovered
      }
    }
    try journal.close(outcome, run: run)
    return .nothingNew(
      run: run, absentFiles: found.pending.absent(try database.files()).count)
  }

  func identity(_ found: Found) throws -> String {
    let files = try database.files().filter { $0.isCurrent }
    return try RunIdentity.of(
      plan: plan, tables: found.tables, database: database, files: files,
      absent: found.pending.absent(files))
  }
}
