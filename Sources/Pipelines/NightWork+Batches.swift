import Records
import Reports
import Store

/// The stage that looks for gaps among the batches that the plan expects.
extension NightWork {
  /// - Throws: ``RunFailure`` where something amounts to an error and nobody has accepted it.
  func checkBatches(_ found: Found, _ counts: inout StageCounts) throws -> [BatchFinding] {
    let findings = try BatchCheck(
      plan: plan, pending: found.pending, database: database, before: journal.attempt.sequence
    ).findings(plan.expected)
    counts.rowsIn = plan.expected.count
    counts.rowsOut = findings.count
    let errors = findings.filter { $0.level == .error }
    let isAccepted = options.accepted.contains(BatchCheck.id)
    for finding in findings where finding.level == .warning || isAccepted {
      journal.warn(finding.text + (finding.level == .error ? "; accepted" : ""))
    }
    guard let first = errors.first, !isAccepted else { return findings }
    let others = errors.count > 1 ? " (and \(errors.count - 1) more, see \"ipatlas plan\")" : ""
    throw RunFailure(
      "\(first.text)\(others); nothing was published; to publish without it, give --accept "
        + BatchCheck.id, code: .batches)
  }
}

extension BatchCheck {
  /// What `--accept` calls it.
  static let id = "batches"

  /// What a workspace knows of arrivals.
  ///
  /// - Parameter before: the attempt that asks; earlier ones are history.
  init(
    plan: Plan, pending: PendingInputs, database: IPDatabase?, before: Int64 = .max
  ) throws {
    let ledger = try database?.files().filter { $0.isCurrent } ?? []
    let present = Set(pending.contents.map { $0.sha256 })
    let attempts = try database?.attempts().filter { $0.sequence < before } ?? []
    day = plan.asOf
    files =
      pending.contents.map { File(name: $0.name, sha256: $0.sha256) }
      + ledger.filter { !present.contains($0.sha256) && $0.records > $0.rejected }.map {
        File(name: $0.path, sha256: $0.sha256)
      }
    arrivals = try database?.arrivals() ?? [:]
    records = Dictionary(ledger.map { ($0.sha256, $0.records) }, uniquingKeysWith: { $1 })
    var truncated: Set<String> = []
    if !plan.expected.isEmpty {
      try database?.forEachReject { if $0.code == .truncated { truncated.insert($0.source.file) } }
    }
    self.truncated = truncated
    historyBegan = attempts.first?.started
    lastGood = attempts.last { $0.isGood }?.started
  }
}
