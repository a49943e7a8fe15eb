/// A three-valued answer with its reasons: absent data is not a "no".
package enum Judgement: Hashable, Sendable {
  case met(because: [Evidence])
  case notMet(because: [Evidence])
  /// The answer depends on what is missing; `because` holds what is known so far.
  case undetermined(missing: [Missing], because: [Evidence] = [])

  package var isMet: Bool {
    if case .met = self { return true }
    return false
  }

  package var isNotMet: Bool {
    if case .notMet = self { return true }
    return false
  }

  package var isUndetermined: Bool {
    if case .undetermined = self { return true }
    return false
  }

  package var verdict: Verdict {
    switch self {
    case .met: return .met
    case .notMet: return .notMet
    case .undetermined: return .undetermined
    }
  }

  package var evidence: [Evidence] {
    switch self {
    case .met(let evidence), .notMet(let evidence), .undetermined(_, let evidence): return evidence
    }
  }

  package var missing: [Missing] {
    if case .undetermined(let missing, _) = self { return missing }
    return []
  }
}

/// A judgement without its reasons; the raw values stand in published files and never change.
package enum Verdict: String, Sendable, CaseIterable {
  case met
  case notMet = "not_met"
  case undetermined
}
