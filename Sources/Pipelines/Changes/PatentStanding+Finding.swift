import Analyses

extension PatentStanding {
  /// Which figures count a judged patent; nil where it is not in the base set.
  init?(_ finding: PatentJudge.Finding?) {
    guard let finding, finding.state.isInvention, finding.state.standing.isInForce,
      case .region(_, let county) = finding.residence
    else { return nil }
    self.init(
      county: county,
      met: Set((finding.union?.met ?? []).compactMap { HighValueCriterion(rawValue: $0) }))
  }
}
