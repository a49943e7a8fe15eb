import Analyses
import Classifiers
import Dossiers
import Records
import Reports
import Store

/// The stages that judge and count.
extension NightWork {
  struct Judged {
    var findings: JudgeStage.Findings
    /// How the marks' records of each file stand against all other deliveries.
    var trademarks: [Int64: SettledFile]
  }

  struct Figures {
    var indicator: HighValueIndicator
    var planIndicators: [PlanIndicator]
    /// Nil where the plan draws no industry maps.
    var maps: IndustryMaps?
  }

  func judge(_ run: String, _ found: Found, _ files: [LedgerFile]) throws -> Judged {
    let findings = try journal.stage(.judge) { counts in
      progress("judging")
      let findings = try JudgeStage(
        run: run, plan: plan, tables: found.tables,
        loadedRegisters: LedgerFile.loadedFormats(files),
        contracts: try database.pledgeContracts(knownOn: plan.knownOn),
        hasLegalStatus: try database.hasLegalStatus(knownOn: plan.knownOn),
        workers: options.workers
      ).run(database, progress: progress)
      counts = findings.counts
      return findings
    }
    let trademarks: [Int64: SettledFile] = try journal.stage(.judgeTrademarks) { counts in
      let findings = try TrademarkStage(plan: plan, tables: found.tables).run(
        database, progress: progress)
      counts = findings.counts
      return findings.files
    }
    return Judged(findings: findings, trademarks: trademarks)
  }

  func analyse(
    _ run: String, _ found: Found, _ files: [LedgerFile], _ judged: Judged
  ) throws -> Figures {
    let findings = judged.findings
    let populations = try database.populations(knownOn: plan.knownOn)
    let stage = IndicatorStage(plan: plan, tables: found.tables, database: database)
    let population: PopulationFigure
    do {
      population = try stage.population(populations)
    } catch let failure as RunFailure {
      let candidate = try publisher.writeRecords(run: run)
      throw RunFailure(
        "\(failure.reason); the judged patents are kept in \(candidate)", code: .population)
    }
    let planIndicators = try TrademarkIndicatorStage(
      plan: plan, database: database, counties: { stage.counties($0) }
    ).indicators().map { figure in plan.knownOn.map { figure.unknown(on: $0) } ?? figure }
    let coverage = try PatentCoverage(database, knownOn: plan.knownOn)
    let undetermined = coverage.undetermined
    if !coverage.hasPublications, planIndicators.allSatisfy({ $0.value == nil }) {
      throw try nothingToPublish(run, files)
    }
    let indicator = try stage.indicator(
      run: run, undetermined: undetermined, population: population, populations: populations,
      eventFormats: findings.eventFormats,
      quality: QualityRemarks(
        malformedSymbols: findings.malformedSymbols,
        unclassifiedEvents: findings.unclassified.map {
          UnclassifiedEvent(
            code: $0.code, name: $0.name, count: $0.count, undeterminedPatents: $0.undetermined,
            basePatents: $0.inBase)
        },
        unmatchedNumbers: findings.unmatched.count,
        absentFiles: found.pending.absent(files).count,
        keptRegisters: found.pending.replacements(files, try database.replacedContents()).kept
          .map { $0.path }.sorted(),
        familyDisagreements: findings.disagreements.count))
    let maps = try MapStage(
      plan: plan, tables: found.tables, database: database, workers: options.workers
    ).maps(
      run: run, regionName: indicator.regionName, choice: stage.choice(populations),
      counties: stage.counties([:]), year: population.year, inputs: indicator.inputs,
      progress: progress)
    return Figures(indicator: indicator, planIndicators: planIndicators, maps: maps)
  }

  /// A night without patents and without any figure on trademarks: most likely a folder that is not
  /// mounted, or a delivery that is damaged as a whole. Readers keep the last result.
  private func nothingToPublish(_ run: String, _ files: [LedgerFile]) throws -> RunFailure {
    let records = files.reduce(0) { $0 + $1.records }
    let rejected = files.reduce(0) { $0 + $1.rejected }
    let candidate = try publisher.writeRecords(run: run)
    return RunFailure(
      "no Chinese patent publication and nothing on trademarks was read: \(files.count.counted("file")) \(files.count == 1 ? "holds" : "hold") "
        + "\(records.counted("record")), \(rejected) of them rejected; indicator 1 would be a figure about "
        + "nothing, so nothing was published; put the patent exports where \"inputs\" of "
        + "\(plan.path) says, or mend what \(candidate)/rejects.ndjson names", code: .noPatents)
  }

  /// The files read since the last published run, with what became of their records.
  func inputRecords(_ files: [LedgerFile], _ judged: Judged) throws -> [InputFileRecord] {
    let registerRows = try database.registerRowCounts()
    let worldwide = try database.worldwideCounts()
    return try files.filter { $0.run == nil }.map {
      try inputRecord(
        $0, judged.findings.settlement, registerRows: registerRows[$0.id] ?? 0,
        worldwide: worldwide[$0.id] ?? WorldwideCounts(),
        trademarks: judged.trademarks[$0.id] ?? SettledFile())
    }
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
}
