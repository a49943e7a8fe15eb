import Records

/// The size of every figure in one run, as `indicator-1.json` publishes them.
package struct FigureCounts: Hashable, Sendable {
  package var base: Int
  package var highValue: Int
  package var criteria: [HighValueCriterion: Int]
  /// Codes without patents may be left out.
  package var counties: [RegionCode: Int]

  package init(
    base: Int, highValue: Int, criteria: [HighValueCriterion: Int], counties: [RegionCode: Int]
  ) {
    self.base = base
    self.highValue = highValue
    self.criteria = criteria
    self.counties = counties
  }

  package init(_ indicator: HighValueIndicator) {
    self.init(
      base: indicator.base.validInventions, highValue: indicator.count,
      criteria: Dictionary(
        indicator.criteria.map { ($0.criterion, $0.met) }, uniquingKeysWith: { first, _ in first }),
      counties: Dictionary(
        indicator.counties.map { ($0.region, $0.count) }, uniquingKeysWith: { first, _ in first }))
  }

  package subscript(figure: ChangeFigure) -> Int {
    switch figure {
    case .base: base
    case .highValue: highValue
    case .criterion(let criterion): criteria[criterion] ?? 0
    case .county(let code): counties[code] ?? 0
    }
  }
}
