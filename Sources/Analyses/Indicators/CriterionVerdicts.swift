/// The answers of all five criteria for one patent.
package struct CriterionVerdicts: Hashable, Sendable {
  /// In the order of `HighValueCriterion.allCases`.
  private var answers: [CriterionVerdict]

  package init(_ verdict: (HighValueCriterion) -> CriterionVerdict) {
    answers = HighValueCriterion.allCases.map { verdict($0) }
  }

  package subscript(criterion: HighValueCriterion) -> CriterionVerdict {
    switch criterion {
    case .strategicEmergingIndustry: answers[0]
    case .overseasFamily: answers[1]
    case .maintainedOverTenYears: answers[2]
    case .pledgeFinancing: answers[3]
    case .award: answers[4]
    }
  }

  /// Whether one criterion or more is met, which is what "high value" means.
  package var isAnyMet: Bool { answers.contains(.met) }
}
