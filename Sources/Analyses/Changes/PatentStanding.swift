import Records

/// Which figures count a patent of the base set in one run.
package struct PatentStanding: Hashable, Sendable {
  /// The code the patent is counted under.
  package var county: RegionCode
  package var met: Set<HighValueCriterion>

  package init(county: RegionCode, met: Set<HighValueCriterion>) {
    self.county = county
    self.met = met
  }

  package var isHighValue: Bool { !met.isEmpty }

  package func counts(toward figure: ChangeFigure) -> Bool {
    switch figure {
    case .base: true
    case .highValue: isHighValue
    case .criterion(let criterion): met.contains(criterion)
    case .county(let code): isHighValue && county == code
    }
  }

  /// What a patent enters and leaves between two runs; nil stands for "not in the base set".
  ///
  /// Base set, count, the criteria in the plan's order, then the counties: the one it leaves before the
  /// one it enters.
  package static func changes(
    from before: PatentStanding?, to after: PatentStanding?
  ) -> [(figure: ChangeFigure, direction: PatentChange.Direction)] {
    var figures: [ChangeFigure] = [.base, .highValue]
    figures += HighValueCriterion.allCases.map { .criterion($0) }
    for county in [before?.county, after?.county] {
      if let county, !figures.contains(.county(county)) { figures.append(.county(county)) }
    }
    return figures.compactMap { figure in
      let was = before?.counts(toward: figure) ?? false
      let `is` = after?.counts(toward: figure) ?? false
      if was == `is` { return nil }
      return (figure, `is` ? .entry : .exit)
    }
  }
}
