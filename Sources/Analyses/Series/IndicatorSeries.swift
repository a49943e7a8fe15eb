import Records

/// The history of indicator 1 over the days of a period, all counted over the same records.
package struct IndicatorSeries: Hashable, Sendable {
  package var plan: String
  package var region: RegionCode
  package var regionName: String
  package var from: CalendarDay
  package var to: CalendarDay
  package var step: SeriesStep
  /// Set where only what was published and delivered by then is used.
  package var knownOn: CalendarDay?
  package var tool: String
  package var planPath: [PlanTarget]
  package var calibre: [CalibreSetting]
  /// By id.
  package var tables: [TableEdition]
  /// By format id.
  package var inputs: [FormatInput]
  /// In the order of days, at least one.
  package var points: [SeriesPoint]

  package init(
    plan: String, region: RegionCode, regionName: String, from: CalendarDay, to: CalendarDay,
    step: SeriesStep, knownOn: CalendarDay?, tool: String, planPath: [PlanTarget],
    calibre: [CalibreSetting], tables: [TableEdition], inputs: [FormatInput], points: [SeriesPoint]
  ) {
    self.plan = plan
    self.region = region
    self.regionName = regionName
    self.from = from
    self.to = to
    self.step = step
    self.knownOn = knownOn
    self.tool = tool
    self.planPath = planPath.sorted { $0.year < $1.year }
    self.calibre = calibre
    self.tables = tables.sorted { $0.id < $1.id }
    self.inputs = inputs.sorted { $0.format < $1.format }
    self.points = points
  }

  /// The name by which its folder is told apart: `2015-01-01_2024-12-31_month`.
  package var name: String {
    "\(from.isoText)_\(to.isoText)_\(step.rawValue)"
      + (knownOn.map { "_known-\($0.isoText)" } ?? "")
  }
}
