import Records

/// What a run did: the content of `run.json`.
package struct RunRecord: Hashable, Sendable {
  package var run: String
  package var planName: String
  /// Relative to the plan's root.
  package var planPath: String
  /// The plan as resolved, defaults filled in.
  package var planSettings: JSONValue
  package var region: RegionCode
  package var asOf: CalendarDay
  package var toolVersion: String
  /// The version of the rules by which judgements are made.
  package var judgements: Int
  /// ISO 8601 with a time zone, `2026-01-02T01:30:00Z`.
  package var startedAt: String
  package var finishedAt: String
  package var host: String
  package var inputs: [InputFileRecord]
  package var gates: [GateResult]
  package var outputs: [OutputFileRecord]
  package var unmatched: [UnmatchedNumber]
  /// The stages up to the writing of this record.
  package var stages: [StageRecord]
  /// What decides results and has changed since the last good run.
  package var changedSettings: [ChangedSetting]
  /// What is not as it must be with expected batches.
  package var batches: [BatchFinding]
  /// Which rollback of `latest` the run replaced, in words; nil where there was none.
  package var rolledBack: String?

  package init(
    run: String, planName: String, planPath: String, planSettings: JSONValue, region: RegionCode,
    asOf: CalendarDay, toolVersion: String, judgements: Int, startedAt: String, finishedAt: String,
    host: String, inputs: [InputFileRecord], gates: [GateResult], outputs: [OutputFileRecord],
    unmatched: [UnmatchedNumber], stages: [StageRecord] = [],
    changedSettings: [ChangedSetting] = [], batches: [BatchFinding] = [],
    rolledBack: String? = nil
  ) {
    self.run = run
    self.planName = planName
    self.planPath = planPath
    self.planSettings = planSettings
    self.region = region
    self.asOf = asOf
    self.toolVersion = toolVersion
    self.judgements = judgements
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.host = host
    self.inputs = inputs
    self.gates = gates
    self.outputs = outputs
    self.unmatched = unmatched
    self.stages = stages
    self.changedSettings = changedSettings
    self.batches = batches
    self.rolledBack = rolledBack
  }
}
