import Analyses
import Classifiers
import Records
import Reports
import Store

/// The figure under every way to read every setting of the calibre, in the calibre's order.
///
/// Where the plan reads a setting in a way of its own (an amount, a list), a row says so, since the
/// figure stands in the table under every setting.
struct SensitivityStage {
  let plan: Plan
  let database: IPDatabase
  let choice: PopulationChoice

  func readings(of indicator: HighValueIndicator) throws -> [SensitivityReading] {
    let found =
      try counted(indicator) + parks(indicator) + populations(indicator)
    return plan.calibre.settings.flatMap { setting -> [SensitivityReading] in
      let readings = found.filter { $0.setting == setting.path }
      guard !readings.contains(where: { $0.isChosen }) else { return readings }
      let value = setting.planText
      let own = SensitivityReading(
        setting: setting.path, value: value, title: CalibreNames.reading(setting.path, value),
        isChosen: true, outcome: outcome(indicator))
      return [own] + readings
    }
  }

  /// The readings that decide which patents count.
  private func counted(_ indicator: HighValueIndicator) throws -> [SensitivityReading] {
    let readings = CalibreReading.all
    let counts = try SensitivityAnalysis(database).counts(readings: readings.count)
    return zip(readings, counts).map { reading, counts in
      SensitivityReading(
        setting: reading.setting, value: reading.value, title: title(of: reading),
        isChosen: reading.applied(to: plan.calibre) == plan.calibre,
        outcome: .counted(
          base: counts.base, count: counts.count, persons: indicator.population.persons))
    }
  }

  /// The reading in Chinese, an amount in figures.
  private func title(of reading: CalibreReading) -> String {
    guard reading.setting == "pledge-financing.minimum-amount" else {
      return CalibreNames.reading(reading.setting, reading.value)
    }
    let yuan = reading.applied(to: plan.calibre).pledgeFinancing.minimumAmountInYuan
    let amount =
      yuan % 10_000 == 0 ? "\(yuan / 10_000)" : ChineseFigures.plain(Double(yuan) / 10_000)
    return "\(reading.value == "half" ? "减半" : "加倍")（\(amount)万元）"
  }

  /// Parks move patents between rows of counties; the city's figure is the same.
  private func parks(_ indicator: HighValueIndicator) -> [SensitivityReading] {
    [Calibre.Parks.separate, .county].map { parks in
      SensitivityReading(
        setting: "parks", value: parks.rawValue,
        title: CalibreNames.reading("parks", parks.rawValue) + "（只影响分县区数）",
        isChosen: parks == plan.calibre.parks, outcome: outcome(indicator))
    }
  }

  /// The newest year-end before the cut-off, and that of the cut-off's own year.
  private func populations(_ indicator: HighValueIndicator) -> [SensitivityReading] {
    let settings: [(Calibre.Population, String)] = [
      (.latestPublished, "latest-published"), (.year(plan.asOf.year), "\(plan.asOf.year)"),
    ]
    return settings.map { setting, value in
      var choice = choice
      choice.setting = setting
      var title = CalibreNames.reading("population", value)
      let outcome: SensitivityReading.Outcome
      if let figure = try? choice.figure(of: plan.region) {
        if setting == .latestPublished { title += "（\(figure.year)年末）" }
        outcome = .counted(
          base: indicator.base.validInventions, count: indicator.count, persons: figure.persons)
      } else {
        outcome = .unknown(because: "常住人口登记簿中没有这一年末的数")
      }
      return SensitivityReading(
        setting: "population", value: value, title: title,
        isChosen: setting == plan.calibre.population, outcome: outcome)
    }
  }

  private func outcome(_ indicator: HighValueIndicator) -> SensitivityReading.Outcome {
    .counted(
      base: indicator.base.validInventions, count: indicator.count,
      persons: indicator.population.persons)
  }
}
