import Dossiers

/// Whether a patent is a 高价值发明专利: any of the five criteria suffices.
///
/// Source: 宿州市“十四五”知识产权发展规划 (宿政办秘〔2022〕41号), note ① of the indicator table.
package struct UnionJudgement: Hashable, Sendable {
  /// The judgement of one criterion, by its id.
  package struct Part: Hashable, Sendable {
    package var criterion: String
    package var judgement: Judgement

    package init(criterion: String, judgement: Judgement) {
      self.criterion = criterion
      self.judgement = judgement
    }
  }

  /// One judgement for each criterion, in the order of ``criteria``.
  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// Judges all five criteria.
  package init(of patent: PatentUnderJudgement, in context: JudgementContext) {
    self.init(
      parts: criteria.map { criterion in
        Part(criterion: criterion.id, judgement: criterion.judge(patent, in: context))
      })
  }

  /// Met if any part is, not met only if all are, else undetermined.
  package var verdict: Verdict {
    if parts.contains(where: { $0.judgement.isMet }) { return .met }
    return parts.allSatisfy { $0.judgement.isNotMet } ? .notMet : .undetermined
  }

  /// The ids of the criteria that are met, in the order of ``criteria``.
  package var met: [String] { parts.filter { $0.judgement.isMet }.map { $0.criterion } }

  package subscript(criterion: String) -> Judgement? {
    parts.first { $0.criterion == criterion }?.judgement
  }

  /// The same union with another answer to one criterion, for the bands of a reading.
  package func replacing(_ criterion: String, by judgement: Judgement) -> UnionJudgement {
    UnionJudgement(
      parts: parts.map { part in
        part.criterion == criterion ? Part(criterion: criterion, judgement: judgement) : part
      })
  }
}
