import Records

/// Year-end resident population (年末常住人口) by division and year, in whole persons.
enum Population: Register {
  static let kind = RegisterKind.population
  static let chineseName = "人口"

  static let region = RegisterColumn("行政区划代码", "region_code", required: true)
  static let year = RegisterColumn("年份", "year", required: true)
  static let persons = RegisterColumn(
    "年末常住人口", "population", required: true,
    units: [
      .init(names: ["人", "persons", "person"], factor: 1),
      .init(names: ["千人"], factor: 1000),
      .init(names: ["万人", "万"], factor: 10_000),
    ])
  static let origin = RegisterColumn("来源", "source")

  static let columns = [region, year, persons, origin]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let regionCode = try cells.requiredRegion(region)
    let yearNumber = try cells.year(year)
    let text = try cells.requiredText(persons, personsForm)
    guard let count = try cells.quantity(persons, personsForm), count.isExact, count.whole > 0
    else { throw cells.fault(persons, text, personsForm) }
    return .population(
      PopulationRow(
        source: cells.source, region: regionCode, year: yearNumber, persons: Int(count.whole),
        origin: cells.text(origin)))
  }

  private static let personsForm =
    "a number above 0 that comes to whole persons, such as 5324476, or 532.4476 in 万人"
}
