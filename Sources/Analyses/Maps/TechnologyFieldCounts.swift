/// The fields of technology that an industry's patents belong to.
package enum TechnologyFieldCounts: MapAnalysis {
  package static let id = "technology-fields"
  package static let title = "技术领域构成（WIPO 35个领域）"
  package static let grain = "每个产业、地区、技术领域一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, DataColumn("field", "领域号", .text),
    DataColumn("field_name", "技术领域", .text), .patents, .fractional,
  ]
  package static let key = ["industry", "area", "field"]
  package static let sql = """
    SELECT i.industry, a.area, a.name, k.code, k.name, COUNT(*), SUM(pc.weight)
    FROM counted c
    JOIN patent_code pc ON pc.patent = c.patent AND pc.mapping = 'wipo35'
    JOIN code k ON k.mapping = pc.mapping AND k.code = pc.code
    JOIN industry i ON i.industry = c.industry JOIN area a ON a.area = c.area
    WHERE a.level IN ('city', 'benchmark', 'province', 'store')
    GROUP BY i.position, i.industry, a.position, a.area, a.name, k.position, k.code, k.name
    ORDER BY i.position, a.position, COUNT(*) DESC, k.position
    """

  /// The parts of a patent sum to one.
  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    MapSums.excess(
      of: "fractional", in: table, by: ["industry", "area"], over: "applications", beside: tables)
  }
}
