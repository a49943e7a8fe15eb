import Analyses

/// A figure that gates compare from run to run.
struct GateFigure: Hashable, Sendable {
  /// The ids in the order in which they are told: those of indicator 1, then the counts of
  /// `indicators.json`.
  static let ids = [
    "count", "value", "base", "valid-registered-trademarks", "gi-trademarks", "gi-products",
    "madrid-registrations", "well-known-trademarks",
  ]

  var id: String
  /// Nil where the figure is not known.
  var value: Double?
  /// A change of up to this much is never a matter of shares: one patent of ten is 10%.
  var floor: Double

  /// The least number of patents or marks whose coming and going a share is asked of.
  private static let leastNumber = 10.0

  static func all(
    _ indicator: HighValueIndicator, _ planIndicators: [PlanIndicator]
  ) -> [GateFigure] {
    let isKnown = indicator.undetermined == nil
    let persons = Double(max(indicator.population.persons, 1))
    return [
      GateFigure(
        id: "count", value: isKnown ? Double(indicator.count) : nil, floor: leastNumber),
      GateFigure(id: "value", value: indicator.knownValue, floor: leastNumber / (persons / 10_000)),
      GateFigure(
        id: "base", value: isKnown ? Double(indicator.base.validInventions) : nil,
        floor: leastNumber),
    ]
      + planIndicators.compactMap { item in
        guard ids.contains(item.id) else { return nil }
        guard case .count(let count) = item.value else {
          return GateFigure(id: item.id, value: nil, floor: leastNumber)
        }
        return GateFigure(id: item.id, value: Double(count), floor: leastNumber)
      }
  }
}
