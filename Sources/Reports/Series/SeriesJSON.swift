import Analyses
import Records

/// `series.json`: the same for other programs, with counties and what the figures rest on, by schema
/// `series.json`. Audience: internal. Deterministic.
package struct SeriesJSON {
  package static let fileName = "series.json"

  package static func bytes(_ series: IndicatorSeries) -> [UInt8] {
    JSONText.document(value(series))
  }

  package static func value(_ series: IndicatorSeries) -> JSONValue {
    [
      "schema": 1,
      "indicator": "high-value-invention-patents-per-10000",
      "plan": .text(series.plan),
      "region": .text(series.region.text),
      "region_name": .text(series.regionName),
      "from": .text(series.from.isoText),
      "to": .text(series.to.isoText),
      "step": .text(series.step.rawValue),
      "known_on": .optional(series.knownOn?.isoText),
      "tool": .text(series.tool),
      "data_as_of": .object(
        series.inputs.compactMap { input in
          input.newestDay.map { .init(input.format, .text($0.isoText)) }
        }),
      "calibre": IndicatorJSON.calibre(series.calibre),
      "tables": .list(series.tables.map { IndicatorJSON.table($0) }),
      "plan_path": .list(
        series.planPath.map { ["year": .integer($0.year), "value": .number($0.value)] }),
      "points": .list(series.points.map { point($0) }),
    ]
  }

  private static func point(_ point: SeriesPoint) -> JSONValue {
    [
      "day": .text(point.day.isoText),
      "period_end": .flag(point.isPeriodEnd),
      "value": .optional(point.value),
      "count": .integer(point.count),
      "count_upper": .integer(point.countUpper),
      "population": point.population.map {
        ["persons": .integer($0.persons), "year": .integer($0.year)]
      } ?? .null,
      "base": [
        "valid_inventions": .integer(point.base.validInventions),
        "undetermined_in_force": .integer(point.base.undeterminedInForce),
        "unresolved_region": .integer(point.base.unresolvedRegion),
      ],
      "criteria": .object(
        point.criteria.map {
          .init(
            $0.criterion.id,
            [
              "met": .integer($0.met), "not_met": .integer($0.notMet),
              "undetermined": .integer($0.undetermined),
            ])
        }),
      "by_county": .list(
        point.counties.map {
          [
            "region": .text($0.region.text), "name": .text($0.name),
            "count": .integer($0.count), "value": .optional($0.value),
          ]
        }),
    ]
  }
}
