/// How much more of its patents a place has in an industry than the store as a whole: RTA and RSI.
package enum Specialisation: MapAnalysis {
  package static let id = "specialisation"
  package static let title = "产业专业化程度"
  package static let grain = "每个产业、地区一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .level, .patents,
    DataColumn("area_patents", "地区专利总数", .integer, unit: "件"),
    DataColumn(
      "rta", "RTA", .decimal, note: "(地区该产业÷地区全部)÷(库内该产业÷库内全部)；基数为零时为空"),
    DataColumn("rsi", "RSI", .decimal, note: "(RTA−1)÷(RTA+1)，−1至1"),
  ]
  package static let key = ["industry", "area"]
  package static let sql = """
    WITH totals AS (SELECT area, COUNT(*) AS patents FROM patent_area GROUP BY area),
    counts AS (SELECT industry, area, COUNT(*) AS patents FROM counted GROUP BY industry, area),
    ratios AS (
      SELECT i.position AS industry_position, i.industry, a.position, a.area, a.name, a.level,
        COALESCE(c.patents, 0) AS patents, COALESCE(t.patents, 0) AS area_patents,
        CASE WHEN t.patents > 0 AND w.patents > 0 AND s.patents > 0
          THEN (COALESCE(c.patents, 0) * 1.0 / t.patents) / (w.patents * 1.0 / s.patents)
          END AS rta
      FROM industry i CROSS JOIN area a
      LEFT JOIN counts c ON c.industry = i.industry AND c.area = a.area
      LEFT JOIN counts w ON w.industry = i.industry AND w.area = 'store'
      LEFT JOIN totals t ON t.area = a.area
      LEFT JOIN totals s ON s.area = 'store')
    SELECT industry, area, name, level, patents, area_patents, rta, (rta - 1) / (rta + 1)
    FROM ratios ORDER BY industry_position, position
    """
}
