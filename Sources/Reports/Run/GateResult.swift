/// The result of one check that a run must pass before it publishes.
package struct GateResult: Hashable, Sendable {
  /// The gate's id, kebab-case.
  package var name: String
  /// What it checks, in Chinese, as the page prints it.
  package var label: String
  package var passed: Bool
  /// What was compared, in Chinese; deterministic, since the page prints it.
  package var detail: String

  package init(name: String, label: String, passed: Bool, detail: String) {
    self.name = name
    self.label = label
    self.passed = passed
    self.detail = detail
  }
}
