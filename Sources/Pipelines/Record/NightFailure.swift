import Store

/// Why a run published nothing, for the ledger, the log and whoever is told.
package struct NightFailure: Hashable, Sendable {
  /// Kebab-case: `gate`, `batches`, `no-input`, `plan`, `store`, `system`, …
  package var code: String
  /// One line: what was found, what was expected, what to do.
  package var reason: String

  package init(_ error: any Error) {
    switch error {
    case let failure as RunFailure:
      code = failure.code.rawValue
      reason = failure.reason
    case let failure as PlanError:
      code = "plan"
      reason = failure.text
    case let failure as StoreError:
      code = "store"
      reason = failure.reason
    default:
      code = "system"
      reason = "\(error)".split(whereSeparator: { $0.isNewline }).joined(separator: " ")
    }
  }
}
