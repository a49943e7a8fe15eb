import Analyses
import Classifiers
import Dossiers
import Records
import Reports

extension PatentEvidence {
  /// The evidence of a judged patent: what puts it into the base set, then each criterion's.
  init(_ state: DossierState, _ union: UnionJudgement) {
    var base: [Evidence] = []
    switch state.standing {
    case .inForce(let because): base += because
    case .notInForce(_, let because): base += because
    case .undetermined(_, let because): base += because
    }
    base += state.firstPatentee?.because ?? []
    self.init(
      applicationNumber: state.application, base: base.map { EvidenceItem($0) },
      criteria: union.parts.compactMap { part in
        guard let criterion = HighValueCriterion(rawValue: part.criterion),
          let verdict = CriterionVerdict(rawValue: part.judgement.verdict.rawValue)
        else { return nil }
        return CriterionEvidence(
          criterion: criterion, verdict: verdict,
          evidence: part.judgement.evidence.map { EvidenceItem($0) },
          missing: part.judgement.missing.map { $0.text })
      })
  }
}

extension EvidenceItem {
  init(_ evidence: Evidence) {
    self.init(
      rule: evidence.rule, table: evidence.table.map { "\($0.id) \($0.edition)" },
      file: evidence.source?.file, member: evidence.source?.member,
      record: evidence.source.flatMap { $0.record ?? ($0.offset > 0 ? String($0.offset) : nil) },
      field: evidence.field, value: evidence.value, date: evidence.date?.isoText)
  }
}
