import Analyses
import Records

/// `indicators.json`: the plan's figures beside indicator 1, by schema `indicators.json`. Audience:
/// internal. Deterministic.
package struct IndicatorsJSON {
  package static let fileName = "indicators.json"

  package static func bytes(
    _ indicators: [PlanIndicator], region: RegionCode, asOf: CalendarDay, run: String
  ) -> [UInt8] {
    JSONText.document([
      "schema": 1, "region": .text(region.text), "as_of": .text(asOf.isoText),
      "run": .text(run), "indicators": .list(indicators.map { value($0) }),
    ])
  }

  private static func value(_ indicator: PlanIndicator) -> JSONValue {
    let value: JSONValue
    switch indicator.value {
    case .count(let count): value = .integer(count)
    case .rate(let rate): value = .number(rate)
    case nil: value = .null
    }
    // Where nothing was loaded nothing was counted, not even what is undetermined.
    let isCounted = indicator.status != .noData
    return [
      "id": .text(indicator.id), "name": .text(indicator.name), "unit": .text(indicator.unit),
      "targets": .list(indicator.targets.map { .text($0) }), "value": value,
      "status": .text(indicator.status.rawValue), "remark": .text(indicator.remark),
      "undetermined": isCounted ? .integer(indicator.undetermined) : .null,
      "unresolved_place": isCounted ? .integer(indicator.unresolvedPlace) : .null,
      "parts": .list(indicator.parts.map { part($0) }),
      "sources": .list(indicator.sources.map { part($0) }),
      "by_county": .list(
        indicator.counties.map {
          [
            "region": .text($0.region.text), "name": .text($0.name), "value": .integer($0.count),
          ]
        }),
    ]
  }

  private static func part(_ part: PlanIndicator.Part) -> JSONValue {
    ["id": .text(part.id), "name": .text(part.name), "value": .integer(part.value)]
  }
}
