import Analyses
import Classifiers
import Dispatch
import Formats
import Foundation
import Records
import Reports
import Store
import Synchronization

/// Writes a run's files into its candidate folder and switches the links.
struct PublishStage {
  let plan: Plan
  let database: IPDatabase
  let folder: PublishedFolder

  init(plan: Plan, database: IPDatabase, moves: FileMoves) {
    self.plan = plan
    self.database = database
    folder = PublishedFolder(path: plan.publish, moves: moves)
  }

  /// Writes every deterministic file and gives their digests; nothing is visible to readers yet.
  func writeCandidate(
    _ indicator: HighValueIndicator, planIndicators: [PlanIndicator], gates: [GateResult],
    disagreements: [StoredDisagreement]
  ) throws -> [OutputFileRecord] {
    var candidate = Candidate(path: try folder.prepareCandidate(indicator.run))
    try candidate.write(IndicatorJSON.fileName) { try $0.write(IndicatorJSON.bytes(indicator)) }
    try candidate.write(IndexPage.fileName) {
      try $0.write(
        IndexPage(indicator, gates: gates, planIndicators: planIndicators).bytes())
    }
    try candidate.write(IndicatorsJSON.fileName) {
      try $0.write(
        IndicatorsJSON.bytes(
          planIndicators, region: plan.region, asOf: plan.asOf, run: indicator.run))
    }
    try candidate.write(FamilyDisagreementsCSV.fileName) {
      try $0.write(FamilyDisagreementsCSV.bytes(disagreements.map { FamilyDisagreementRow($0) }))
    }
    try writeRecords(to: &candidate)
    return candidate.outputs.sorted { $0.path < $1.path }
  }

  /// Writes what needs no population, for a run that cannot be counted; gives the candidate's path.
  func writeRecords(run: String) throws -> String {
    var candidate = Candidate(path: try folder.prepareCandidate(run))
    try writeRecords(to: &candidate)
    return candidate.path
  }

  /// The two large tables are written side by side, the second through a connection of its own: they are
  /// a third of a night's time on a large store.
  private func writeRecords(to candidate: inout Candidate) throws {
    let beside = try IPDatabase(path: database.path)
    let path = candidate.path
    let large: [@Sendable () throws -> OutputFileRecord] = [
      { [database] in try PublishStage.writeEvidence(of: database, to: path) },
      { try PublishStage.writePatents(of: beside, to: path) },
    ]
    let written = Mutex<[Int: Result<OutputFileRecord, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: large.count) { index in
      let result = Result { try large[index]() }
      written.withLock { $0[index] = result }
    }
    for index in large.indices {
      if let record = try written.withLock({ $0[index] })?.get() {
        candidate.outputs.append(record)
      }
    }
    try candidate.write(UndeterminedCSV.fileName) { undetermined in
      var bytes: [UInt8] = []
      UndeterminedCSV.appendHeader(to: &bytes)
      try undetermined.write(bytes)
      try IndicatorAnalysis(database).forEachUndetermined { patent in
        bytes.removeAll(keepingCapacity: true)
        UndeterminedCSV.append(patent, to: &bytes)
        try undetermined.write(bytes)
      }
    }
    try writeTrademarks(TrademarksCSV.fileName, isUndetermined: false, to: &candidate)
    try writeTrademarks(TrademarksCSV.undeterminedFileName, isUndetermined: true, to: &candidate)
    try candidate.write(RejectsNDJSON.fileName) { rejects in
      var bytes: [UInt8] = []
      try database.forEachReject { reject in
        bytes.removeAll(keepingCapacity: true)
        RejectsNDJSON.append(reject, to: &bytes)
        try rejects.write(bytes)
      }
    }
  }

  private static func writeEvidence(
    of database: IPDatabase, to folder: String
  ) throws -> OutputFileRecord {
    try Candidate.written(EvidenceNDJSON.fileName, in: folder) { evidence in
      let newline: [UInt8] = [0x0A]
      try IndicatorAnalysis(database).forEachEvidence { line in
        try evidence.write(line)
        try evidence.write(newline)
      }
    }
  }

  private static func writePatents(
    of database: IPDatabase, to folder: String
  ) throws -> OutputFileRecord {
    try Candidate.written(PatentsCSV.fileName, in: folder) { patents in
      var bytes: [UInt8] = []
      PatentsCSV.appendHeader(to: &bytes)
      try patents.write(bytes)
      try IndicatorAnalysis(database).forEachPatent { row in
        bytes.removeAll(keepingCapacity: true)
        PatentsCSV.append(row, to: &bytes)
        try patents.write(bytes)
      }
    }
  }

  private func writeTrademarks(
    _ name: String, isUndetermined: Bool, to candidate: inout Candidate
  ) throws {
    try candidate.write(name) { file in
      var bytes: [UInt8] = []
      TrademarksCSV.appendHeader(to: &bytes)
      try file.write(bytes)
      // What was known of a mark on a day cannot be told.
      guard plan.knownOn == nil else { return }
      try TrademarkAnalysis(database).forEachMark(isUndetermined: isUndetermined) { row in
        bytes.removeAll(keepingCapacity: true)
        TrademarksCSV.append(row, to: &bytes)
        try file.write(bytes)
      }
    }
  }

  /// A folder in the making with the files written so far.
  private struct Candidate {
    let path: String
    var outputs: [OutputFileRecord] = []

    mutating func write(_ name: String, _ body: (OutputFile) throws -> Void) throws {
      outputs.append(try Candidate.written(name, in: path, body))
    }

    /// Writes one file of a folder and gives its digest.
    static func written(
      _ name: String, in folder: String, _ body: (OutputFile) throws -> Void
    ) throws -> OutputFileRecord {
      let file = try OutputFile(folder: folder, name: name)
      try body(file)
      guard let digest = try file.close() else {
        throw RunFailure("the digest of \(name) could not be computed")
      }
      return OutputFileRecord(path: name, digest: digest, bytes: file.byteCount)
    }
  }

  /// Adds `run.json`, makes the folder visible under its name, and switches the links.
  ///
  /// - Parameter setsLatest: whether `latest` moves even to an earlier as-of.
  func publish(_ record: RunRecord, setsLatest: Bool) throws {
    try database.setDigest(try writeRecord(record), ofRun: record.run)
    try folder.publish(record.run)
    try link(record.run, asOf: record.asOf, setsLatest: setsLatest)
    folder.removeLeftovers()
  }

  /// Adds `run.json` to the candidate; gives its SHA-256.
  @discardableResult
  func writeRecord(_ record: RunRecord) throws -> String {
    let file = try OutputFile(
      folder: folder.candidateFolder(record.run), name: RunJSON.fileName)
    try file.write(RunJSON.bytes(record))
    guard let digest = try file.close() else {
      throw RunFailure("the digest of \(RunJSON.fileName) could not be computed")
    }
    return digest.text
  }

  /// The SHA-256 of a published run's `run.json` as it is now.
  func recordDigest(_ run: String) -> String? {
    try? FileDigest.sha256(volumes: ["\(folder.runFolder(run))/\(RunJSON.fileName)"]).text
  }

  /// Whether publishing a run would point `latest` at it.
  func movesLatest(to run: String, asOf: CalendarDay, setsLatest: Bool) -> Bool {
    guard plan.knownOn == nil, let latest = folder.run(behind: "latest") else {
      return plan.knownOn == nil
    }
    let latestAsOf = folder.asOf(ofRun: latest).flatMap { CalendarDay($0) }
    return latest != run && (setsLatest || !(latestAsOf.map { asOf < $0 } ?? false))
  }

  /// Switches the links to a run whose folder is complete; a link that is right stays untouched.
  ///
  /// A run that uses only what was known on a day has a link of its own and never is the latest.
  func link(_ run: String, asOf: CalendarDay, setsLatest: Bool) throws {
    if plan.knownOn != nil {
      if folder.run(behind: plan.linkName) != run { try folder.link(plan.linkName, to: run) }
      return
    }
    let movesLatest = movesLatest(to: run, asOf: asOf, setsLatest: setsLatest)
    if folder.run(behind: asOf.isoText) != run { try folder.link(asOf.isoText, to: run) }
    if movesLatest { try folder.link("latest", to: run) }
  }

  /// The ledger's row of a run whose folder is complete, from its own files: a run killed after the
  /// folder became visible has not written the row itself.
  func ledgerRun(_ run: String) -> LedgerRun? {
    guard
      let record = folder.record(
        PublishedFolder.RunRow.self, in: RunJSON.fileName, run: run),
      let figure = folder.record(
        PublishedFolder.FigureRow.self, in: IndicatorJSON.fileName, run: run)
    else { return nil }
    return LedgerRun(
      id: run, plan: plan.name, asOf: plan.asOf.isoText, tool: Version.tool,
      started: record.startedAt, finished: record.finishedAt, records: record.counts.records,
      rejected: record.counts.rejected, count: figure.count ?? 0, value: figure.value,
      published: InputDiscovery.name(of: folder.runFolder(run), root: plan.root))
  }
}

extension FamilyDisagreementRow {
  fileprivate init(_ stored: StoredDisagreement) {
    let item = stored.disagreement
    self.init(
      application: stored.application, member: item.member, kind: item.kind,
      registerValue: item.registerValue, registerSource: item.registerSource,
      bulkValue: item.bulkValue, bulkSource: item.bulkSource)
  }
}
