/// The result of one check that a run must pass before it publishes.
package struct GateResult: Hashable, Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    case passed
    /// A warning's threshold was crossed; it was published.
    case warned
    /// It failed, and somebody who had looked had it published all the same.
    case accepted
    case failed
    /// The plan switches it off.
    case off
  }

  /// The gate's id, kebab-case.
  package var name: String
  /// What it checks, in Chinese, as the page prints it.
  package var label: String
  package var outcome: Outcome
  /// What was compared, with the numbers. In Chinese and deterministic where the page prints it, else
  /// in English.
  package var detail: String

  package init(name: String, label: String, outcome: Outcome, detail: String) {
    self.name = name
    self.label = label
    self.outcome = outcome
    self.detail = detail
  }

  package init(name: String, label: String, passed: Bool, detail: String) {
    self.init(name: name, label: label, outcome: passed ? .passed : .failed, detail: detail)
  }

  /// Whether it lets the run publish.
  package var passed: Bool { outcome != .failed }
}
