/// Applications by the year of filing.
package enum FilingsByYear: MapAnalysis {
  package static let id = "filings"
  package static let title = "历年申请量"
  package static let grain = "每个产业、地区、申请年、专利类型一行；无申请的年份不列"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .year, .kind, .patents, .fractional,
  ]
  package static let key = ["industry", "area", "year", "kind"]
  package static let sql = """
    SELECT i.industry, a.area, a.name, c.filing_year, c.kind, COUNT(*), SUM(c.weight)
    FROM counted c JOIN industry i ON i.industry = c.industry JOIN area a ON a.area = c.area
    WHERE c.filing_year IS NOT NULL
    GROUP BY i.position, i.industry, a.position, a.area, a.name, c.filing_year, c.kind
    ORDER BY i.position, a.position, c.filing_year, c.kind
    """

  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    YearSums.excess(of: table, over: "applications", beside: tables)
  }
}
