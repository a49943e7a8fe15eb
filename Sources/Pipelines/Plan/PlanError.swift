/// A plan that cannot be carried out: where, what was found, what was expected.
package struct PlanError: Error, Hashable, Sendable {
  /// The plan's path as given.
  package var plan: String
  /// The 1-based line in the plan, where it is known.
  package var line: Int?
  /// One line, lower case, most specific first.
  package var reason: String

  package init(plan: String, line: Int? = nil, reason: String) {
    self.plan = plan
    self.line = line
    self.reason = reason
  }

  /// `Pipelines/nightly.yml:4: unknown key "imputs"; did you mean "inputs"?`
  package var text: String {
    plan + (line.map { ":\($0)" } ?? "") + ": " + reason
  }
}
