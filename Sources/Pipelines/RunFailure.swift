/// A run that published nothing: one line for people, exit code 2.
package struct RunFailure: Error, Hashable, Sendable {
  /// What kind of failure it is, as the ledger, the log and the hooks name it.
  package enum Code: String, Sendable {
    /// An expected batch is missing, late, truncated or otherwise not as it must be.
    case batches
    case gate
    case noInput = "no-input"
    /// Nothing that a figure could be made of.
    case noPatents = "no-patents"
    case population
    case other
  }

  package var reason: String
  package var code: Code

  package init(_ reason: String, code: Code = .other) {
    self.reason = reason
    self.code = code
  }
}
