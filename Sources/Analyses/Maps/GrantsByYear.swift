/// Grants by the year of their publication.
package enum GrantsByYear: MapAnalysis {
  package static let id = "grants"
  package static let title = "历年授权量"
  package static let grain = "每个产业、地区、授权公告年、专利类型一行；无授权的年份不列"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .year, .kind, .patents, .fractional,
  ]
  package static let key = ["industry", "area", "year", "kind"]
  package static let sql = """
    SELECT i.industry, a.area, a.name, c.grant_year, c.kind, COUNT(*), SUM(c.weight)
    FROM counted c JOIN industry i ON i.industry = c.industry JOIN area a ON a.area = c.area
    WHERE c.grant_year IS NOT NULL
    GROUP BY i.position, i.industry, a.position, a.area, a.name, c.grant_year, c.kind
    ORDER BY i.position, a.position, c.grant_year, c.kind
    """

  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    YearSums.excess(of: table, over: "grants", beside: tables)
  }
}
