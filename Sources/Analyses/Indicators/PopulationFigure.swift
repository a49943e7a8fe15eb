/// The resident population (年末常住人口) that the count is divided by.
package struct PopulationFigure: Hashable, Sendable {
  package var persons: Int
  /// The year at whose end the persons were counted.
  package var year: Int
  package var source: String

  package init(persons: Int, year: Int, source: String) {
    self.persons = persons
    self.year = year
    self.source = source
  }

  /// `count` patents for every 10,000 persons, not rounded.
  package func rate(of count: Int) -> Double {
    HighValueIndicator.rate(count: count, persons: persons)
  }
}
