import Analyses
import Classifiers
import Foundation
import Records
import ReferenceTables
import Reports
import Store

/// One run of a plan, from discovery to the published folder.
///
/// 1. Discover: which inputs are new by content, and which files count no more.
/// 2. Read and store them, one transaction a file.
/// 3. Assemble and judge every invention at the cut-off.
/// 4. Count over the derived tables.
/// 5. Check the gates; a failed one publishes nothing and keeps the candidate folder.
/// 6. Publish by one rename and two links.
///
/// A run killed at any instant is continued by the next one with the same result.
package struct Night {
  package struct Options: Sendable {
    package var workers = 2
    /// Hashes every input again, whatever its size and time say.
    package var rehashes = false
    /// Moves `latest` even to an earlier as-of.
    package var setsLatest = false
    /// The host's name, for `run.json`.
    package var host = ""

    package init() {}
  }

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
  ///   - clock: the instant as ISO 8601 text, for `run.json` and the ledger only.
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
    let started = clock()
    let workspace = try Workspace(path: plan.workspace)
    let database = try IPDatabase(path: workspace.databasePath)
    try database.bind(plan: plan.name, region: plan.region.text)
    let tables = try TableSet(plan: plan)
    let inputs = try InputDiscovery.files(of: plan)
    let isFullCheck = try database.countRun() % 7 == 0
    let pending = try PendingInputs.find(
      inputs, database: database, rehashes: options.rehashes || isFullCheck, progress: progress)
    let publisher = PublishStage(plan: plan, database: database)

    try pending.rename(in: database)
    try database.retire(pending.outdated(try database.files()))
    if pending.toRead.isEmpty,
      let run = try publishedBefore(database, tables, pending, publisher)
    {
      try pending.remember(in: database)
      return .nothingNew(run: run, absentFiles: try absentFiles(database, pending))
    }
    try ReadStage(plan: plan, normaliser: Normaliser(tables), database: database)
      .run(pending.toRead, workers: options.workers, progress: progress)
    try pending.remember(in: database)
    let files = try database.files().filter { $0.isCurrent }
    guard files.contains(where: { $0.records > 0 }) else {
      throw RunFailure(
        "no input: \(inputs.count) files found under \(plan.inputs.joined(separator: ", ")) hold "
          + "no record; put the night's exports there, or correct \"inputs\" in \(plan.path)")
    }
    // A register changed back to what it was, or a lost workspace: the same work is the same run.
    if let run = try publishedBefore(database, tables, pending, publisher) {
      return .nothingNew(run: run, absentFiles: try absentFiles(database, pending))
    }
    return try judgeAndPublish(
      database, tables: tables, pending: pending, publisher: publisher, files: files,
      started: started)
  }

  private func absentFiles(_ database: IPDatabase, _ pending: PendingInputs) throws -> Int {
    pending.absent(try database.files()).count
  }

  /// The run of this work where its folder is complete already: it is linked and noted in the ledger
  /// if a kill has kept it from that, and never written again.
  private func publishedBefore(
    _ database: IPDatabase, _ tables: TableSet, _ pending: PendingInputs,
    _ publisher: PublishStage
  ) throws -> String? {
    let run = try identity(database, tables, pending)
    guard publisher.folder.isPublished(run) else { return nil }
    try publisher.link(run, asOf: plan.asOf, setsLatest: options.setsLatest)
    if try !database.runs().contains(where: { $0.id == run }),
      let row = publisher.ledgerRun(run)
    {
      try database.add(row)
      try database.markPublished(by: run)
    }
    return run
  }

  private func judgeAndPublish(
    _ database: IPDatabase, tables: TableSet, pending: PendingInputs, publisher: PublishStage,
    files: [LedgerFile], started: String
  ) throws -> Outcome {
    let run = try identity(database, tables, pending)
    var contracts = PledgeContracts()
    try database.forEachResolvedRow(of: PledgeRow.self) { contracts.add($0, of: $1) }
    progress("judging")
    let findings = try JudgeStage(
      plan: plan, tables: tables, loadedRegisters: LedgerFile.loadedFormats(files),
      contracts: contracts.all,
      hasLegalStatus: try database.hasLegalStatus(), workers: options.workers
    ).run(database, progress: progress)
    let trademarks = try TrademarkStage(plan: plan, tables: tables).run(
      database, progress: progress)
    let populations = try database.rows(of: PopulationRow.self)
    let stage = IndicatorStage(plan: plan, tables: tables, database: database)
    let population: PopulationFigure
    do {
      population = try stage.population(populations)
    } catch let failure as RunFailure {
      let candidate = try publisher.writeRecords(run: run)
      throw RunFailure("\(failure.reason); the judged patents are kept in \(candidate)")
    }
    let planIndicators = try TrademarkIndicatorStage(
      plan: plan, database: database, counties: { stage.counties($0) }
    ).indicators()
    let undetermined = try PatentCoverage(database).undetermined
    if undetermined != nil, planIndicators.allSatisfy({ $0.value == nil }) {
      throw try nothingToPublish(run, files, publisher)
    }
    let indicator = try stage.indicator(
      run: run, undetermined: undetermined, population: population, populations: populations,
      eventFormats: findings.eventFormats,
      quality: QualityRemarks(
        malformedSymbols: findings.malformedSymbols,
        unclassifiedEvents: findings.unclassified.map { key, count in
          UnclassifiedEvent(code: key.code, name: key.name, count: count)
        }.sorted { ($0.code ?? "", $0.name ?? "") < ($1.code ?? "", $1.name ?? "") },
        unmatchedNumbers: findings.unmatched.count, absentFiles: pending.absent(files).count,
        familyDisagreements: findings.disagreements.count))
    let fresh = files.filter { $0.run == nil }
    let registerRows = try database.registerRowCounts()
    let worldwide = try database.worldwideCounts()
    let records = try fresh.map {
      try inputRecord(
        $0, findings.settlement, registerRows: registerRows[$0.id] ?? 0,
        worldwide: worldwide[$0.id] ?? WorldwideCounts(),
        trademarks: trademarks[$0.id] ?? SettledFile())
    }
    let gates = GateStage.check(indicator, planIndicators: planIndicators, inputs: records)
    progress("publishing")
    let outputs = try publisher.writeCandidate(
      indicator, planIndicators: planIndicators, gates: gates,
      disagreements: findings.disagreements)
    if let failed = gates.first(where: { !$0.passed }) {
      throw RunFailure(
        "gate \(failed.name) failed: \(failed.detail); nothing was published, the candidate is kept "
          + "in \(publisher.folder.candidateFolder(run))")
    }
    let changes = try ChangesStage(
      plan: plan, tables: tables, database: database, folder: publisher.folder
    ).write(indicator)
    let finished = clock()
    try publisher.publish(
      RunRecord(
        run: run, planName: plan.name,
        planPath: InputDiscovery.name(
          of: PlanReader.absolute(plan.path, under: plan.root), root: plan.root),
        planSettings: settings(), region: plan.region, asOf: plan.asOf, toolVersion: Version.tool,
        startedAt: started, finishedAt: finished, host: options.host, inputs: records,
        gates: gates, outputs: (outputs + changes).sorted { $0.path < $1.path },
        unmatched: findings.unmatched),
      setsLatest: options.setsLatest)
    let rejected = fresh.reduce(0) { $0 + $1.rejected }
    let read = fresh.reduce(0) { $0 + $1.records }
    try database.add(
      LedgerRun(
        id: run, plan: plan.name, asOf: plan.asOf.isoText, tool: Version.tool, started: started,
        finished: finished, records: read, rejected: rejected, count: indicator.count,
        value: indicator.knownValue,
        published: InputDiscovery.name(of: publisher.folder.runFolder(run), root: plan.root)))
    try database.markPublished(by: run)
    try database.checkpoint()
    return .published(run: run, indicator: indicator, records: read, rejected: rejected)
  }

  /// A night without patents and without any figure on trademarks: most likely a folder that is not
  /// mounted, or a delivery that is damaged as a whole. Readers keep the last result.
  private func nothingToPublish(
    _ run: String, _ files: [LedgerFile], _ publisher: PublishStage
  ) throws -> RunFailure {
    let records = files.reduce(0) { $0 + $1.records }
    let rejected = files.reduce(0) { $0 + $1.rejected }
    let candidate = try publisher.writeRecords(run: run)
    return RunFailure(
      "no Chinese patent publication and nothing on trademarks was read: \(files.count) files hold "
        + "\(records) records, \(rejected) of them rejected; indicator 1 would be a figure about "
        + "nothing, so nothing was published; put the patent exports where \"inputs\" of "
        + "\(plan.path) says, or mend what \(candidate)/rejects.ndjson names")
  }

  private func identity(
    _ database: IPDatabase, _ tables: TableSet, _ pending: PendingInputs
  ) throws -> String {
    // The labels decide the precision and recall that are published.
    let labels = tables.labels.map { [(id: $0.id, sha256: $0.digest.text)] } ?? []
    let files = try database.files().filter { $0.isCurrent }
    return RunIdentity.of(
      plan: plan, tables: tables.editions.map { ($0.id, $0.digest.text) } + labels,
      inputs: files.map { $0.sha256 }, absent: pending.absent(files).map { $0.sha256 })
  }

  /// What was read of a file beside what the database holds of it: two counts of their own, which a
  /// gate compares.
  private func inputRecord(
    _ file: LedgerFile, _ settlement: Settlement, registerRows: Int, worldwide: WorldwideCounts,
    trademarks: SettledFile
  ) throws -> InputFileRecord {
    var settled = settlement.files[file.id] ?? SettledFile()
    settled.add(trademarks)
    guard let digest = ContentDigest(file.sha256) else {
      throw StoreError.damaged(table: "file", column: "sha256", value: file.sha256)
    }
    return InputFileRecord(
      path: file.path, digest: digest, bytes: Int(file.bytes),
      format: file.format, records: file.records,
      loaded: settled.loaded + registerRows + worldwide.loaded,
      stubbed: settled.stubbed + worldwide.stubbed,
      superseded: settled.superseded + worldwide.superseded,
      duplicate: settled.duplicate + worldwide.duplicate,
      rejected: file.rejected)
  }

  private func settings() -> JSONValue {
    .object(
      plan.resolvedText.split(separator: "\n").map { line in
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        return JSONValue.Member(
          parts[0], .text(parts.count > 1 ? String(parts[1].dropFirst()) : ""))
      })
  }
}
