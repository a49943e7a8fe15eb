import Analyses
import Classifiers
import Records

/// Chooses the year-end population that a cut-off is divided by (`calibre.population`).
struct PopulationChoice {
  let rows: [PopulationRow]
  var setting: Calibre.Population
  let cutOff: CalendarDay

  /// The city's population, or the reason why there is none.
  ///
  /// `latest-published` is the newest year-end strictly before the cut-off: a cut-off on 2025-12-31
  /// uses the end of 2024, since the figure of a year is published in the year after. Which
  /// year-end belongs to which cut-off is not settled by any text, so it is printed beside the figure.
  func figure(of region: RegionCode) throws -> PopulationFigure {
    let own = rows.filter { $0.region == region && $0.persons > 0 }
    let chosen: PopulationRow?
    switch setting {
    case .latestPublished:
      let past = own.filter { row in
        CalendarDay(year: row.year, month: 12, day: 31).map { $0 < cutOff } ?? false
      }
      let year = past.map { $0.year }.max()
      chosen = last(past.filter { $0.year == year })
    case .year(let year): chosen = last(own.filter { $0.year == year })
    }
    guard let chosen else {
      let wanted: String
      switch setting {
      case .latestPublished: wanted = "a year-end before \(cutOff.isoText)"
      case .year(let year): wanted = "the end of \(year)"
      }
      let years = Set(own.map { $0.year }).sorted().map(String.init).joined(separator: ", ")
      throw RunFailure(
        "no population of \(region) for \(wanted); years found: \(years.isEmpty ? "none" : years); "
          + "add a row to the population register (行政区划代码, 年份, 年末常住人口)")
    }
    return PopulationFigure(
      persons: chosen.persons, year: chosen.year,
      source: chosen.origin ?? "\(chosen.source.file) row \(chosen.source.offset)")
  }

  /// The population of a county at the end of the city's year.
  func persons(of region: RegionCode, year: Int) -> Int? {
    last(rows.filter { $0.region == region && $0.year == year && $0.persons > 0 })?.persons
  }

  /// Of several rows for one year the last in the order of files and rows.
  private func last(_ rows: [PopulationRow]) -> PopulationRow? { rows.last }
}
