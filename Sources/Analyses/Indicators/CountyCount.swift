import Records

/// The high-value patents of one county (县区), of a park counted apart, or of no known county.
package struct CountyCount: Hashable, Sendable {
  /// The county's code; the city's own code for patents whose county is not known (未定县区).
  package var region: RegionCode
  package var name: String
  package var count: Int
  /// Resident population in the year that the city's figure is of; nil if no register gives it.
  package var persons: Int?

  package init(region: RegionCode, name: String, count: Int, persons: Int? = nil) {
    self.region = region
    self.name = name
    self.count = count
    self.persons = persons
  }

  /// Patents for every 10,000 persons, not rounded; nil without a population.
  package var value: Double? {
    persons.map { HighValueIndicator.rate(count: count, persons: $0) }
  }
}
