import Records
import Reports
import Store

/// The stage that looks for gaps among the batches that the plan expects.
extension NightWork {
  func checkBatches(_ found: Found, _ counts: inout StageCounts) throws -> [BatchFinding] {
    let check = try BatchCheck(
      plan: plan, pending: found.pending, database: database, before: journal.attempt.sequence,
      today: today)
    let findings = check.findings(plan.expected)
    counts.rowsIn = plan.expected.count
    counts.rowsOut = findings.count
    for finding in findings {
      switch finding.level {
      case .warning: journal.warn(finding.text)
      case .error where isAccepted: journal.warn(finding.text + "; accepted")
      case .error, .settled: break
      }
    }
    for (expected, settled) in plan.expected.flatMap({ entry in entry.settled.map { (entry, $0) } })
    where check.batches(of: expected)[settled.date] != nil
      && !findings.contains(where: {
        $0.level == .settled && $0.batch == expected.name && $0.date == settled.date
      })
    {
      journal.warn(
        "batch \(expected.name) of \(settled.date.isoText) is settled as lost, but it is here: take "
          + "it out of \"settled\" in \(plan.path)")
    }
    return findings
  }

  private var isAccepted: Bool { options.accepted.contains(BatchCheck.id) }

  /// The office's day on which the attempt began.
  var today: CalendarDay { OfficeTime.day(of: journal.attempt.started) ?? plan.asOf }

  /// What keeps the run from being published.
  func errors(among batches: [BatchFinding]) -> [BatchFinding] {
    isAccepted ? [] : batches.filter { $0.level == .error }
  }

  /// What the page says of batches that the plan settles as lost.
  var settledOnPage: [GateResult] {
    let lost = plan.expected.flatMap { entry in
      entry.settled.filter { $0.date <= plan.asOf }.map {
        "\(entry.name) \($0.date.isoText)（\(entry.files.text)）：\($0.reason)"
      }
    }
    guard !lost.isEmpty else { return [] }
    return [
      GateResult(
        name: "settled-batches", label: "无法取得的批次（运行方案注明）", outcome: .accepted,
        detail: lost.joined(separator: "；"))
    ]
  }
}

extension BatchCheck {
  /// What `--accept` calls it.
  static let id = "batches"

  /// What a workspace knows of arrivals.
  ///
  /// - Parameters:
  ///   - before: the attempt that asks; earlier ones are history.
  ///   - today: the office's day on which the run is made.
  init(
    plan: Plan, pending: PendingInputs, database: IPDatabase?, before: Int64 = .max,
    today: CalendarDay
  ) throws {
    let ledger = try database?.files().filter { $0.isCurrent } ?? []
    let present = Set(pending.contents.map { $0.sha256 })
    let attempts = try database?.attempts().filter { $0.sequence < before } ?? []
    day = plan.asOf
    self.today = today
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
