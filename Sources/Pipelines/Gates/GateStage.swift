import Reports

/// Runs every gate, in the order in which `run.json` has them.
enum GateStage {
  static let all: [any Gate.Type] = [
    RecordsBalanceGate.self, SumsAgreeGate.self, MaximumDropGate.self, MaximumRiseGate.self,
    MaximumUnresolvedGate.self, MaximumUndeterminedGate.self, FreshnessGate.self,
  ]

  /// The ids that `--accept` may name.
  static var acceptable: [String] { all.filter { $0.isAcceptable }.map { $0.id } }

  /// - Parameter accepted: ids of gates that somebody who has looked lets pass.
  static func check(
    _ subject: GateSubject, accepted: Set<String> = []
  ) throws -> [GateResult] {
    try all.map { gate in
      let finding = try gate.check(subject)
      let outcome: GateResult.Outcome =
        switch finding.level {
        case nil: .off
        case .within: .passed
        case .warning: .warned
        case .error: gate.isAcceptable && accepted.contains(gate.id) ? .accepted : .failed
        }
      return GateResult(
        name: gate.id, label: gate.label, outcome: outcome, detail: finding.detail)
    }
  }

  /// Those that the page shows.
  static func onPage(_ results: [GateResult]) -> [GateResult] {
    let shown = Set(all.filter { $0.standsOnPage }.map { $0.id })
    return results.filter { shown.contains($0.name) }
  }
}
