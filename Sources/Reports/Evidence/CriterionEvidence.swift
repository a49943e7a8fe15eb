import Analyses

/// The answer of one criterion for one patent with what it rests on and what it lacks.
package struct CriterionEvidence: Hashable, Sendable {
  package var criterion: HighValueCriterion
  package var verdict: CriterionVerdict
  package var evidence: [EvidenceItem]
  /// What is missing; not empty where the verdict is undetermined.
  package var missing: [String]

  package init(
    criterion: HighValueCriterion, verdict: CriterionVerdict, evidence: [EvidenceItem] = [],
    missing: [String] = []
  ) {
    self.criterion = criterion
    self.verdict = verdict
    self.evidence = evidence
    self.missing = missing
  }
}
