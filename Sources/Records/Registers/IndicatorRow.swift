/// The year's value of an indicator that is not computed from exports (其他指标).
package struct IndicatorRow: Hashable, Sendable {
  package var source: Source
  package var indicator: IndicatorID
  package var year: Int
  /// Of at most fifteen digits, so that the decimal number in the table comes back as it was.
  package var value: Double
  /// The unit that the header states behind 数值, as delivered.
  package var unit: String?
  package var origin: String?

  package init(
    source: Source, indicator: IndicatorID, year: Int, value: Double, unit: String? = nil,
    origin: String? = nil
  ) {
    self.source = source
    self.indicator = indicator
    self.year = year
    self.value = value
    self.unit = unit
    self.origin = origin
  }
}
