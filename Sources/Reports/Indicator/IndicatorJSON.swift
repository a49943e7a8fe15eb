import Analyses
import Records

/// `indicator-1.json`: the indicator for other programs. Audience: internal. Deterministic.
///
/// The keys of the published contract come first; `region_name` and those from `plan_path` on are
/// additions. The schema is `Schemas/indicator-1.json`.
package struct IndicatorJSON {
  package static let fileName = "indicator-1.json"

  package static func bytes(_ indicator: HighValueIndicator) -> [UInt8] {
    JSONText.document(value(indicator))
  }

  package static func value(_ indicator: HighValueIndicator) -> JSONValue {
    /// What rests on patents is null as a whole where none were read: an empty list or a 0 would pass
    /// for a finding.
    func known(_ value: @autoclosure () -> JSONValue) -> JSONValue {
      indicator.undetermined == nil ? value() : .null
    }
    var members: [JSONValue.Member] = []
    if let knownOn = indicator.knownOn {
      members.append(.init("known_on", .text(knownOn.isoText)))
    }
    let document: JSONValue = [
      "schema": 1,
      "indicator": "high-value-invention-patents-per-10000",
      "region": .text(indicator.region.text),
      "region_name": .text(indicator.regionName),
      "as_of": .text(indicator.asOf.isoText),
      "run": .text(indicator.run),
      "value": known(.number(indicator.value)),
      "count": known(.integer(indicator.count)),
      "undetermined": .optional(indicator.undetermined),
      "population": [
        "persons": .integer(indicator.population.persons),
        "year": .integer(indicator.population.year),
        "source": .text(indicator.population.source),
      ],
      "base": known([
        "valid_inventions": .integer(indicator.base.validInventions),
        "undetermined_in_force": .integer(indicator.base.undeterminedInForce),
        "unresolved_region": .integer(indicator.base.unresolvedRegion),
      ]),
      "count_upper": known(.integer(indicator.countUpper)),
      "data_as_of": dataAsOf(indicator),
      "criteria": known(.object(indicator.criteria.map { .init($0.criterion.id, counts($0)) })),
      "overlap": known(.list(indicator.overlap.map { combination($0) })),
      "bands": known(bands(indicator.bands)),
      "by_county": known(.list(indicator.counties.map { county($0) })),
      "target": known(target(indicator.standing)),
      "last_target": known(lastTarget(indicator.standing)),
      "calibre": calibre(indicator.calibre),
      "tables": .list(indicator.tables.map { table($0) }),
      "plan_path": .list(
        indicator.planPath.map { ["year": .integer($0.year), "value": .number($0.value)] }),
      "only_by": known(
        .object(
          HighValueCriterion.allCases.map {
            .init($0.id, .integer(indicator.countOnly(by: $0)))
          })),
      "missing_in_force": known(
        .list(
          indicator.base.missingStanding.map {
            ["reason": .text($0.reason), "count": .integer($0.count)]
          })),
      "missing": known(.list(indicator.criteria.flatMap { missing($0) })),
      "inputs": .list(indicator.inputs.map { input($0) }),
      "rejects": .object(
        indicator.rejects.map { .init($0.code.rawValue, .integer($0.count)) }),
      "quality": quality(indicator.quality),
      "sensitivity": known(.list(indicator.sensitivity.map { reading($0) })),
      "late_lapses": known(lateLapses(indicator)),
      "keyword_evaluation": .list(indicator.keywordEvaluation.map { evaluation($0) }),
    ]
    // Only where it applies: other runs' bytes stay what they were.
    guard case .object(let fields) = document, !members.isEmpty else { return document }
    return .object(fields + members)
  }

  private static func dataAsOf(_ indicator: HighValueIndicator) -> JSONValue {
    .object(
      indicator.inputs.compactMap { input in
        input.newestDay.map { .init(input.format, .text($0.isoText)) }
      })
  }

  private static func counts(_ counts: CriterionCounts) -> JSONValue {
    [
      "met": .integer(counts.met), "not_met": .integer(counts.notMet),
      "undetermined": .integer(counts.undetermined),
    ]
  }

  private static func combination(_ combination: CriteriaCombination) -> JSONValue {
    [
      "criteria": .list(combination.criteria.map { .text($0.id) }),
      "count": .integer(combination.count),
    ]
  }

  private static func bands(_ bands: IndustryBands) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("sei_ipc_only", .integer(bands.ipcOnly)),
      .init("sei_with_keywords", .integer(bands.withKeywords)),
    ]
    if let count = bands.withoutTransfers {
      members.append(.init("sei_without_transfers", .integer(count)))
    }
    return .object(members)
  }

  private static func county(_ county: CountyCount) -> JSONValue {
    [
      "region": .text(county.region.text), "name": .text(county.name),
      "count": .integer(county.count), "value": .optional(county.value),
      "population": .optional(county.persons),
    ]
  }

  private static func target(_ standing: TargetStanding) -> JSONValue {
    guard case .next(let target, let gap) = standing else { return .null }
    return [
      "year": .integer(target.year), "value": .number(target.value), "gap": .number(gap),
    ]
  }

  private static func lastTarget(_ standing: TargetStanding) -> JSONValue {
    guard case .past(let target, let reached) = standing else { return .null }
    return [
      "year": .integer(target.year), "value": .number(target.value), "reached": .flag(reached),
    ]
  }

  /// The settings in the shape of the plan's `calibre`: groups in order of their first setting.
  static func calibre(_ settings: [CalibreSetting]) -> JSONValue {
    var members: [JSONValue.Member] = []
    for setting in settings {
      let member = JSONValue.Member(setting.key, value(setting.value))
      guard let group = setting.group else {
        members.append(member)
        continue
      }
      if let index = members.firstIndex(where: { $0.key == group }),
        case .object(let present) = members[index].value
      {
        members[index].value = .object(present + [member])
      } else {
        members.append(.init(group, .object([member])))
      }
    }
    return .object(members)
  }

  private static func value(_ value: CalibreSetting.Value) -> JSONValue {
    switch value {
    case .text(let text): .text(text)
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .list(let items): .list(items.map { .text($0) })
    }
  }

  static func table(_ table: TableEdition) -> JSONValue {
    [
      "id": .text(table.id), "edition": .text(table.edition), "sha256": .text(table.digest.text),
    ]
  }

  private static func missing(_ counts: CriterionCounts) -> [JSONValue] {
    counts.missing.map {
      [
        "criterion": .text(counts.criterion.id), "reason": .text($0.reason),
        "count": .integer($0.count),
      ]
    }
  }

  private static func input(_ input: FormatInput) -> JSONValue {
    [
      "format": .text(input.format), "files": .integer(input.files),
      "records": .integer(input.records),
    ]
  }

  private static func quality(_ quality: QualityRemarks) -> JSONValue {
    [
      "malformed_ipc": .integer(quality.malformedSymbols),
      "unclassified_events": .list(
        quality.unclassifiedEvents.map {
          [
            "code": .optional($0.code), "name": .optional($0.name), "count": .integer($0.count),
            "undetermined_patents": .integer($0.undeterminedPatents),
            "base_patents": .integer($0.basePatents),
          ]
        }),
      "unmatched_numbers": .integer(quality.unmatchedNumbers),
      "absent_files": .integer(quality.absentFiles),
      "kept_registers": .list(quality.keptRegisters.map { .text($0) }),
      "family_disagreements": .integer(quality.familyDisagreements),
    ]
  }

  private static func evaluation(_ evaluation: KeywordEvaluation) -> JSONValue {
    [
      "code": .text(evaluation.code), "name": .text(evaluation.name),
      "labelled": .integer(evaluation.labelled),
      "precision": .optional(evaluation.precision), "recall": .optional(evaluation.recall),
    ]
  }
}
