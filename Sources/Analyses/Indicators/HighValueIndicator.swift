import Records

/// Indicator 1, 每万人口高价值发明专利拥有量, of a city at a day, with everything its reports show.
///
/// Source: 宿州市“十四五”知识产权发展规划 (宿政办秘〔2022〕41号), note ① of the indicator table.
/// `inconsistencies()` says which of the value's own sums do not agree.
package struct HighValueIndicator: Hashable, Sendable {
  package var region: RegionCode
  package var regionName: String
  package var asOf: CalendarDay
  /// The run's id, 16 hexadecimal digits.
  package var run: String
  /// Patents of the base set that meet one criterion or more.
  package var count: Int
  /// What `count` would be if every patent still undetermined turned out to count.
  package var countUpper: Int
  package var population: PopulationFigure
  package var base: BaseSetCounts
  /// One entry per criterion, in the order of `HighValueCriterion.allCases`.
  package var criteria: [CriterionCounts]
  /// Every combination that occurs, in the order of `CriteriaCombination.precedes`.
  package var overlap: [CriteriaCombination]
  package var bands: IndustryBands
  /// By code: all counties, the parks where counted apart, and the city's own code for 未定县区.
  package var counties: [CountyCount]
  package var planPath: [PlanTarget]
  package var calibre: [CalibreSetting]
  /// By id.
  package var tables: [TableEdition]
  /// By format id.
  package var inputs: [FormatInput]
  /// By code.
  package var rejects: [RejectCount]
  package var quality: QualityRemarks
  package var keywordEvaluation: [KeywordEvaluation]
  /// Why the figure is not known, in Chinese; nil where it is.
  ///
  /// Without a single Chinese patent publication there is nothing to count in: the counts above are
  /// those of no data, not of no patents, and no report shows them. A count of zero over data that were
  /// read is known, and is published with a warning.
  package var undetermined: String?
  /// Set where only what was published and delivered by then is used.
  package var knownOn: CalendarDay?
  /// The figure under each way to read the open settings, in the order of the readings.
  package var sensitivity: [SensitivityReading] = []
  /// What lapses not yet published will take off; nil where the past does not tell.
  package var lateLapses: LateLapses?

  package init(
    region: RegionCode, regionName: String, asOf: CalendarDay, run: String, count: Int,
    countUpper: Int, population: PopulationFigure, base: BaseSetCounts,
    criteria: [CriterionCounts], overlap: [CriteriaCombination], bands: IndustryBands,
    counties: [CountyCount], planPath: [PlanTarget], calibre: [CalibreSetting],
    tables: [TableEdition], inputs: [FormatInput], rejects: [RejectCount] = [],
    quality: QualityRemarks = QualityRemarks(), keywordEvaluation: [KeywordEvaluation] = [],
    undetermined: String? = nil, knownOn: CalendarDay? = nil
  ) {
    self.region = region
    self.regionName = regionName
    self.asOf = asOf
    self.run = run
    self.count = count
    self.countUpper = countUpper
    self.population = population
    self.base = base
    self.criteria = criteria
    self.overlap = overlap.sorted { CriteriaCombination.precedes($0, $1) }
    self.bands = bands
    self.counties = counties.sorted { $0.region < $1.region }
    self.planPath = planPath.sorted { $0.year < $1.year }
    self.calibre = calibre
    self.tables = tables.sorted { $0.id < $1.id }
    self.inputs = inputs.sorted { $0.format < $1.format }
    self.rejects = rejects.sorted { $0.code.rawValue < $1.code.rawValue }
    self.quality = quality
    self.keywordEvaluation = keywordEvaluation
    self.undetermined = undetermined
    self.knownOn = knownOn
  }

  /// The indicator: 件/万人, not rounded.
  ///
  /// Meaningless where ``undetermined`` says why; reports ask that first.
  package var value: Double { population.rate(of: count) }

  /// ``value`` where it is known.
  package var knownValue: Double? { undetermined == nil ? value : nil }

  /// The indicator after a number of patents, not necessarily whole, is taken off the count.
  package func revisedValue(by patents: Double) -> Double {
    (Double(count) - patents) / (Double(population.persons) / 10_000)
  }

  package var standing: TargetStanding {
    TargetStanding(targets: planPath, asOf: asOf, value: value)
  }

  /// The patents that would not count without this criterion.
  package func countOnly(by criterion: HighValueCriterion) -> Int {
    overlap.first { $0.criteria == [criterion] }?.count ?? 0
  }

  /// `count` ÷ (`persons` ÷ 10,000), in this order, since the last digit of the quotient shows it.
  package static func rate(count: Int, persons: Int) -> Double {
    Double(count) / (Double(persons) / 10_000)
  }
}
