import Analyses
import Classifiers
import Formats
import Records
import ReferenceTables
import Reports
import Store

/// Puts together indicator 1: counts over the derived tables, population, targets, origin.
struct IndicatorStage {
  let plan: Plan
  let tables: TableSet
  let database: IPDatabase

  /// The population the count is divided by.
  ///
  /// - Throws: ``RunFailure`` where the register has none for the cut-off.
  func population(_ rows: [PopulationRow]) throws -> PopulationFigure {
    try choice(rows).figure(of: plan.region)
  }

  func choice(_ rows: [PopulationRow]) -> PopulationChoice {
    PopulationChoice(rows: rows, setting: plan.calibre.population, cutOff: plan.asOf)
  }

  func indicator(
    run: String, undetermined: String?, population: PopulationFigure, populations: [PopulationRow],
    eventFormats: Set<String>, quality: QualityRemarks
  ) throws -> HighValueIndicator {
    let counts = try IndicatorAnalysis(database).counts()
    var indicator = HighValueIndicator(
      region: plan.region, regionName: tables.divisions[plan.region]?.name ?? plan.region.text,
      asOf: plan.asOf, run: run, count: counts.count, countUpper: counts.countUpper,
      population: population, base: counts.base, criteria: counts.criteria,
      overlap: counts.overlap, bands: counts.bands,
      counties: counties(counts.byCounty, year: population.year, choice: choice(populations)),
      planPath: targets(), calibre: plan.calibre.settings, tables: tables.editions,
      inputs: try inputs(eventFormats: eventFormats),
      rejects: try rejects(), quality: quality,
      keywordEvaluation: KeywordEvaluationStage(tables).evaluations(), undetermined: undetermined,
      knownOn: plan.knownOn)
    if undetermined == nil {
      indicator.sensitivity = try SensitivityStage(
        plan: plan, database: database, choice: choice(populations)
      ).readings(of: indicator)
      let newest = indicator.inputs.filter { $0.hasLegalStatus }.compactMap { $0.newestDay }.max()
      if let newest {
        indicator.lateLapses = try LateLapseAnalysis(database).revision(
          at: plan.asOf, dataAsOf: newest, base: indicator.base.validInventions)
      }
    }
    return indicator
  }

  /// What was read of each format: files and records whatever day they are of, the newest day as far
  /// as it was known.
  func inputs(eventFormats: Set<String> = []) throws -> [FormatInput] {
    let known = try plan.knownOn.map { try database.newestDays(knownOn: $0) }
    return try database.formatCounts().map { count in
      FormatInput(
        format: count.format, files: count.files, records: count.records,
        newestDay: known.map { $0[count.format] } ?? count.newestDay,
        hasLegalStatus: eventFormats.contains(count.format),
        unverified: Formats.descriptions.first { $0.id == count.format }?.verifiedOnSchemaOnly)
    }
  }

  /// All counties of the city even at 0, the parks where they are counted apart, and the city's own
  /// code for patents whose county is not known.
  func counties(
    _ found: [RegionCode: Int], year: Int, choice: PopulationChoice
  ) -> [CountyCount] {
    counties(found).map { county in
      var county = county
      if county.region != plan.region {
        county.persons = choice.persons(of: county.region, year: year)
      }
      return county
    }
  }

  /// The same rows without population, for any count by county.
  func counties(_ found: [RegionCode: Int]) -> [CountyCount] {
    var codes = Set(found.keys)
    codes.insert(plan.region)
    for division in tables.divisions.children(of: plan.region)
    where plan.calibre.parks == .separate
      || !PatentJudge.parks.contains(Int(division.code.number))
    {
      codes.insert(division.code)
    }
    return codes.sorted().map { code in
      CountyCount(
        region: code,
        name: code == plan.region ? "未定县区" : tables.divisions[code]?.name ?? code.text,
        count: found[code] ?? 0)
    }
  }

  /// The plan's path of indicator 1; the base year's figure stands in the column of its own.
  func targets() -> [Analyses.PlanTarget] {
    guard let target = tables.targets["I1"] else { return [] }
    var path: [Analyses.PlanTarget] = []
    if let base = Double(target.base) { path.append(.init(year: 2021, value: base)) }
    for year in target.years {
      if let value = target.value(in: year) { path.append(.init(year: year, value: value)) }
    }
    return path
  }

  private func rejects() throws -> [RejectCount] {
    var counts: [Reject.Code: RejectCount] = [:]
    try database.forEachReject { reject in
      counts[reject.code, default: RejectCount(count: 0, example: reject)].count += 1
    }
    return Array(counts.values)
  }
}
