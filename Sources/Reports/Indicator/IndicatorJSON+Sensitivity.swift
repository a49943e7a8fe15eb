import Analyses

/// The figure under other readings, and what late lapses will take off.
extension IndicatorJSON {
  static func reading(
    _ reading: SensitivityReading
  ) -> JSONValue {
    var outcome: (base: Int, count: Int, persons: Int)?
    var reason: String?
    switch reading.outcome {
    case .counted(let base, let count, let persons): outcome = (base, count, persons)
    case .unknown(let because): reason = because
    }
    return [
      "setting": .text(reading.setting), "value": .text(reading.value),
      "title": .text("\(reading.topic)：\(reading.title)"), "chosen": .flag(reading.isChosen),
      "base": .optional(outcome?.base), "count": .optional(outcome?.count),
      "population": .optional(outcome?.persons),
      "per_10000": .optional(
        outcome.map { HighValueIndicator.rate(count: $0.count, persons: $0.persons) }),
      "reason": .optional(reason),
    ]
  }

  /// Patents to be taken off, and what the figure becomes; null where the past does not tell.
  static func lateLapses(_ indicator: HighValueIndicator) -> JSONValue {
    guard let late = indicator.lateLapses else { return .null }
    return [
      "data_as_of": .text(late.dataAsOf.isoText), "from": .text(late.from.isoText),
      "to": .text(late.to.isoText), "months": .integer(late.months),
      "base": revision(late.base), "count": revision(late.count),
      "revised_value": .number(indicator.revisedValue(by: late.count.expected)),
    ]
  }

  private static func revision(_ revision: LateLapses.Revision) -> JSONValue {
    [
      "expected": .number(revision.expected), "low": .number(revision.low),
      "high": .number(revision.high),
    ]
  }
}
