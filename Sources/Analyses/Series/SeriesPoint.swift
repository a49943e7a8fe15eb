import Records

/// Indicator 1 at one day of a series: the figures that a run with this cut-off publishes.
package struct SeriesPoint: Hashable, Sendable {
  /// How many patents of the base set one criterion answers in each way.
  package struct Answers: Hashable, Sendable {
    package var criterion: HighValueCriterion
    package var met: Int
    package var notMet: Int
    package var undetermined: Int

    package init(criterion: HighValueCriterion, met: Int, notMet: Int, undetermined: Int) {
      self.criterion = criterion
      self.met = met
      self.notMet = notMet
      self.undetermined = undetermined
    }
  }

  package var day: CalendarDay
  /// Whether the day ends a period of the series' step; only the last point may lie within one.
  package var isPeriodEnd: Bool
  package var base: BaseSetCounts
  package var count: Int
  package var countUpper: Int
  /// Nil where the register has no population for the day; a run would be refused.
  package var population: PopulationFigure?
  /// In the order of `HighValueCriterion.allCases`.
  package var criteria: [Answers]
  /// By code, as in ``HighValueIndicator/counties``.
  package var counties: [CountyCount]

  package init(
    day: CalendarDay, isPeriodEnd: Bool, base: BaseSetCounts, count: Int, countUpper: Int,
    population: PopulationFigure?, criteria: [Answers], counties: [CountyCount]
  ) {
    self.day = day
    self.isPeriodEnd = isPeriodEnd
    self.base = base
    self.count = count
    self.countUpper = countUpper
    self.population = population
    self.criteria = criteria
    self.counties = counties
  }

  /// 件/万人, not rounded; nil without a population.
  package var value: Double? { population?.rate(of: count) }
}
