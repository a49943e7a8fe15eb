/// The number of market entities (市场主体) of a division in a year.
package struct MarketEntityRow: Hashable, Sendable {
  package var source: Source
  package var region: RegionCode
  package var year: Int
  /// Households of registration (户).
  package var count: Int

  package init(
    source: Source, region: RegionCode, year: Int, count: Int
  ) {
    self.source = source
    self.region = region
    self.year = year
    self.count = count
  }
}
