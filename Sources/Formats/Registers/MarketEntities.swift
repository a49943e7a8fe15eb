import Records

/// The number of market entities (市场主体) by division and year.
enum MarketEntities: Register {
  static let kind = RegisterKind.marketEntities
  static let chineseName = "市场主体"

  static let region = RegisterColumn("行政区划代码", "region_code", required: true)
  static let year = RegisterColumn("年份", "year", required: true)
  static let count = RegisterColumn(
    "户数", "count", required: true,
    units: [
      .init(names: ["户", "个", "家"], factor: 1),
      .init(names: ["万户", "万个", "万家", "万"], factor: 10_000),
    ])

  static let columns = [region, year, count]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let region = try cells.requiredRegion(region)
    let year = try cells.year(year)
    let text = try cells.requiredText(count, countForm)
    guard let quantity = try cells.quantity(count, countForm), quantity.isExact, quantity.whole > 0
    else { throw cells.fault(count, text, countForm) }
    return .marketEntities(
      MarketEntityRow(
        source: cells.source, region: region, year: year, count: Int(quantity.whole)))
  }

  private static let countForm =
    "a number above 0 that comes to whole entities, such as 652341, or 65.2341 in 万户"
}
