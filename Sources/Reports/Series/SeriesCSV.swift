import Analyses
import Records

/// `series.csv`: indicator 1 at each day of a series, one row a day, in order. Audience: internal.
/// Deterministic. Format as `patents.csv`.
///
/// The columns named for a criterion hold the patents of the base set that meet it. Without a
/// population the cells of value and population are empty.
package struct SeriesCSV {
  package static let fileName = "series.csv"

  package static let columns =
    [
      "day", "period_end", "base", "undetermined_in_force", "unresolved_region", "count",
      "count_upper", "value", "population_persons", "population_year",
    ] + HighValueCriterion.allCases.map { $0.id }

  package static func bytes(_ series: IndicatorSeries) -> [UInt8] {
    var bytes = CSVText.byteOrderMark
    CSVText.append(columns, to: &bytes)
    for point in series.points { CSVText.append(cells(point), to: &bytes) }
    return bytes
  }

  private static func cells(_ point: SeriesPoint) -> [String] {
    [
      point.day.isoText, point.isPeriodEnd ? "1" : "0", String(point.base.validInventions),
      String(point.base.undeterminedInForce), String(point.base.unresolvedRegion),
      String(point.count), String(point.countUpper), point.value?.description ?? "",
      point.population.map { String($0.persons) } ?? "",
      point.population.map { String($0.year) } ?? "",
    ] + point.criteria.map { String($0.met) }
  }
}
