/// The nodes of an industry's chain: size, growth, owners, and how specialised a place is in each.
package enum NodeCounts: MapAnalysis {
  package static let id = "nodes"
  package static let title = "产业链环节"
  package static let grain = "每个产业、地区、环节一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .level, .node, .nodeName,
    DataColumn("stage", "链段", .text), DataColumn("parent", "上级环节", .text), .patents,
    .fractional, .inForce, .highValue,
    DataColumn(
      "recent", "近期申请", .integer, unit: "件",
      note: "截止年之前第4至第2年的申请量；最近两年公开不全，不计入"),
    DataColumn("previous", "前期申请", .integer, unit: "件", note: "截止年之前第7至第5年的申请量"),
    DataColumn("owners", "权利人数", .integer, unit: "个"),
    DataColumn(
      "rta", "专业化指数RTA", .decimal,
      note: "(本地该环节÷本地全部)÷(库内该环节÷库内全部)，大于1为相对专业化"),
  ]
  package static let key = ["industry", "area", "node"]
  package static let sql = """
    WITH totals AS (
      SELECT area, COUNT(*) AS patents FROM patent_area GROUP BY area),
    counts AS (
      SELECT n.industry, pa.area, n.node, COUNT(*) AS patents, SUM(n.weight) AS fractional,
        SUM(CASE WHEN p.state = 'in-force' THEN 1 ELSE 0 END) AS in_force,
        SUM(p.high_value) AS high_value,
        SUM(CASE WHEN p.filing_year BETWEEN c.year - 4 AND c.year - 2 THEN 1 ELSE 0 END) AS recent,
        SUM(CASE WHEN p.filing_year BETWEEN c.year - 7 AND c.year - 5 THEN 1 ELSE 0 END)
          AS previous,
        COUNT(DISTINCT o.owner) AS owners
      FROM patent_node n JOIN patent p ON p.patent = n.patent
      JOIN patent_area pa ON pa.patent = n.patent
      LEFT JOIN patent_owner o ON o.patent = n.patent AND o.position = 1
      CROSS JOIN cutoff c
      GROUP BY n.industry, pa.area, n.node)
    SELECT i.industry, a.area, a.name, a.level, n.node, n.name, n.stage_name, n.parent,
      COALESCE(c.patents, 0), COALESCE(c.fractional, 0), COALESCE(c.in_force, 0),
      COALESCE(c.high_value, 0), COALESCE(c.recent, 0), COALESCE(c.previous, 0),
      COALESCE(c.owners, 0),
      CASE WHEN t.patents > 0 AND w.patents > 0 AND s.patents > 0
        THEN (COALESCE(c.patents, 0) * 1.0 / t.patents) / (w.patents * 1.0 / s.patents) END
    FROM node n JOIN industry i ON i.industry = n.industry CROSS JOIN area a
    LEFT JOIN counts c ON c.industry = n.industry AND c.node = n.node AND c.area = a.area
    LEFT JOIN counts w ON w.industry = n.industry AND w.node = n.node AND w.area = 'store'
    LEFT JOIN totals t ON t.area = a.area
    LEFT JOIN totals s ON s.area = 'store'
    ORDER BY i.position, a.position, n.position
    """

  /// The parts of the lowest nodes sum to the industry's patents.
  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    guard let size = tables[IndustrySize.id] else { return [] }
    let wholes = size.sums(of: "applications", by: ["industry", "area"])
    return table.sums(of: "fractional", by: ["industry", "area"]).filter { key, sum in
      abs(sum - (wholes[key] ?? 0)) > 1e-4
    }.map { key, sum in
      "nodes \(key.map { $0.text ?? "" }.joined(separator: " ")): parts sum to \(sum), "
        + "applications \(wholes[key] ?? 0)"
    }.sorted()
  }
}
