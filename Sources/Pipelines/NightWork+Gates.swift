import Formats
import Records
import Reports
import Store

/// The checks before publishing, and what they lead to.
extension NightWork {
  func check(
    _ run: String, _ found: Found, _ files: [LedgerFile], _ figures: Figures,
    _ records: [InputFileRecord]
  ) throws -> [GateResult] {
    try GateStage.check(
      GateSubject(
        indicator: figures.indicator, planIndicators: figures.planIndicators, inputs: records,
        settings: plan.gates,
        previous: PreviousFigures.find(
          for: plan, run: run, in: publisher.folder, attempts: try database.attempts(),
          settings: SettingsText(plan, found.tables)),
        isLookBack: plan.knownOn != nil, newestDay: { try newestDay($0, files, figures) }),
      accepted: options.accepted)
  }

  /// The newest day of a format's data up to the cut-off; nil where none was loaded.
  private func newestDay(
    _ format: String, _ files: [LedgerFile], _ figures: Figures
  ) throws -> CalendarDay? {
    let own = files.filter { $0.formats.contains(format) && $0.records > $0.rejected }
    guard !own.isEmpty else { return nil }
    if let newest = figures.indicator.inputs.first(where: { $0.format == format })?.newestDay {
      // The days of all records are gone through only where some lie after the cut-off.
      return newest <= plan.asOf
        ? newest : try database.newestDay(ofFormat: format, upTo: plan.asOf)
    }
    let arrivals = try database.arrivals()
    return own.compactMap { arrivals[$0.sha256] }.compactMap { OfficeTime.day(of: $0.arrived) }
      .max()
  }

  /// Says which thresholds were crossed although the run is published.
  func tell(_ gates: [GateResult]) {
    for gate in gates where gate.outcome == .warned || gate.outcome == .accepted {
      let word = gate.outcome == .accepted ? "failed and was accepted" : "warns"
      journal.warn("gate \(gate.name) \(word): \(gate.detail)")
    }
  }
}
