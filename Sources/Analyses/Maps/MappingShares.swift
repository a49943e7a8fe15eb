/// How much of a place's patents each classification maps, and how much to several codes.
package enum MappingShares: MapAnalysis {
  package static let id = "mapping-shares"
  package static let title = "分类覆盖情况"
  package static let grain = "每个分类、地区一行"
  package static let columns: [DataColumn] = [
    DataColumn(
      "mapping", "分类", .text,
      note: "local 本市重点产业；sei 战略性新兴产业；patent-intensive 专利密集型产业；gbt4754 国民经济行业；wipo35 技术领域"),
    .area, .areaName, .patents,
    DataColumn("mapped", "已归类", .integer, unit: "件"),
    DataColumn("ambiguous", "归入多类", .integer, unit: "件"),
    DataColumn("unmapped", "未归类", .integer, unit: "件"),
    DataColumn("labels", "分类计数", .integer, unit: "件次", note: "各类计数之和，不小于已归类专利数"),
    DataColumn("unmapped_share", "未归类占比", .decimal),
    DataColumn("ambiguous_share", "归入多类占比", .decimal, note: "占已归类"),
  ]
  package static let key = ["mapping", "area"]
  package static let sql = """
    WITH labels AS (
      SELECT 'local' AS mapping, patent, COUNT(*) AS labels FROM patent_industry GROUP BY patent
      UNION ALL
      SELECT mapping, patent, COUNT(*) AS labels FROM patent_code GROUP BY mapping, patent),
    mappings AS (
      SELECT 'local' AS mapping, 0 AS position
      UNION ALL SELECT 'sei', 1 UNION ALL SELECT 'patent-intensive', 2
      UNION ALL SELECT 'gbt4754', 3 UNION ALL SELECT 'wipo35', 4),
    totals AS (SELECT area, COUNT(*) AS patents FROM patent_area GROUP BY area),
    counts AS (
      SELECT l.mapping, pa.area, COUNT(*) AS mapped,
        SUM(CASE WHEN l.labels > 1 THEN 1 ELSE 0 END) AS ambiguous, SUM(l.labels) AS labels
      FROM labels l JOIN patent_area pa ON pa.patent = l.patent GROUP BY l.mapping, pa.area)
    SELECT m.mapping, a.area, a.name, COALESCE(t.patents, 0), COALESCE(c.mapped, 0),
      COALESCE(c.ambiguous, 0), COALESCE(t.patents, 0) - COALESCE(c.mapped, 0),
      COALESCE(c.labels, 0),
      CASE WHEN t.patents > 0 THEN 1 - COALESCE(c.mapped, 0) * 1.0 / t.patents END,
      CASE WHEN c.mapped > 0 THEN c.ambiguous * 1.0 / c.mapped END
    FROM mappings m CROSS JOIN area a
    LEFT JOIN totals t ON t.area = a.area
    LEFT JOIN counts c ON c.mapping = m.mapping AND c.area = a.area
    WHERE a.level IN ('city', 'benchmark', 'province', 'store')
    ORDER BY m.position, a.position
    """

  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    table.rows.indices.filter { row in
      (table[row, "labels"].integer ?? 0) < (table[row, "mapped"].integer ?? 0)
        || (table[row, "unmapped"].integer ?? 0) < 0
    }.map { row in
      "mapping-shares \(table[row, "mapping"].text ?? "") \(table[row, "area"].text ?? ""): labels "
        + "\(table[row, "labels"]), mapped \(table[row, "mapped"]), unmapped \(table[row, "unmapped"])"
    }
  }
}
