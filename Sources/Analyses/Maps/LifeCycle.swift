/// Applications and applicants by year: the path of an industry's life cycle.
package enum LifeCycle: MapAnalysis {
  package static let id = "life-cycle"
  package static let title = "产业生命周期（申请量与申请人数）"
  package static let grain = "每个产业、地区、申请年一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .year, .patents,
    DataColumn("owners", "申请人数", .integer, unit: "个", note: "当年有申请的第一权利人"),
    DataColumn("cumulative", "累计申请量", .integer, unit: "件"),
  ]
  package static let key = ["industry", "area", "year"]
  package static let sql = """
    WITH counts AS (
      SELECT c.industry, c.area, c.filing_year, COUNT(*) AS patents,
        COUNT(DISTINCT o.owner) AS owners
      FROM counted c LEFT JOIN patent_owner o ON o.patent = c.patent AND o.position = 1
      WHERE c.filing_year IS NOT NULL
        AND c.area IN (SELECT area FROM area WHERE level IN ('city', 'store'))
      GROUP BY c.industry, c.area, c.filing_year)
    SELECT i.industry, a.area, a.name, n.filing_year, n.patents, n.owners,
      SUM(n.patents) OVER (PARTITION BY n.industry, n.area ORDER BY n.filing_year)
    FROM counts n JOIN industry i ON i.industry = n.industry JOIN area a ON a.area = n.area
    ORDER BY i.position, a.position, n.filing_year
    """
}
