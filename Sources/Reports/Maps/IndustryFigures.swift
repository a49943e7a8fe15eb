import Analyses
import Records

/// The figures of one industry's map, each read from the industry's own tables.
package struct IndustryFigures: Sendable {
  let maps: IndustryMaps
  package let industry: IndustryMaps.Industry
  private let tables: [String: DataTable]
  let city: String

  package init(_ maps: IndustryMaps, industry: IndustryMaps.Industry) {
    self.maps = maps
    self.industry = industry
    tables = Dictionary(
      uniqueKeysWithValues: maps.tables.tables(of: industry.id).map { ($0.id, $0) })
    city = maps.region.text
  }

  /// The industry's tables in the order of reports.
  package var all: [DataTable] { maps.tables.tables(of: industry.id) }

  func table(_ analysis: any MapAnalysis.Type) -> DataTable {
    tables[analysis.id]
      ?? DataTable(
        id: analysis.id, title: analysis.title, grain: analysis.grain, columns: analysis.columns,
        key: analysis.key)
  }

  /// The rows of one area, with their number of patents.
  func rows(_ table: DataTable, of area: String) -> DataTable {
    table.slice("area", .text(area)) ?? table
  }

  func total(_ table: DataTable, _ column: String) -> Int {
    table.rows.indices.reduce(0) { $0 + Int(table[$1, column].number ?? 0) }
  }

  /// A figure of the city's row of ``IndustrySize``.
  func size(_ column: String) -> Int {
    let size = rows(table(IndustrySize.self), of: city)
    return size.rows.isEmpty ? 0 : size[0, column].integer ?? 0
  }

  /// Whether the city has any patent of the industry; every figure of patents needs one.
  var noPatents: String? {
    size("applications") == 0 ? "库内无本市该产业的专利（截至\(ChineseFigures.day(maps.asOf))已公布者）。" : nil
  }

  /// In the order of the checklist; the numbers between that are not here need data of other offices.
  package var figures: [MapFigure] {
    [
      filings, statusMix, remainingLife, technologyFields, nodeYears, quadrant, lifeCycle,
      leadingOwners,
      ownerKinds, ownerYears, ownerNodes, counties, benchmarks, chainStrength, specialisation,
      coApplicants, inventors, notablePatents, highValue, flows, marks, paths,
    ]
  }

  /// Light bands behind the years of which publications are not complete.
  func incompleteYears(_ years: [Int]) -> JSONValue {
    [
      "data": [
        "values": .list(
          years.filter { $0 >= maps.firstIncompleteYear }.map { ["申请年": .integer($0)] })
      ],
      "mark": ["type": "rect", "color": "#eceff3"],
      "encoding": ["x": ["field": "申请年", "type": "ordinal"]],
    ]
  }

  var lag: String {
    "灰底为最近24个月（\(maps.firstIncompleteYear)年起），申请公开滞后，数量偏低，不作趋势判断。"
  }
}
