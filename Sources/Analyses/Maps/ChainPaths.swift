/// Which nodes of the chain are strong, weak or missing in the city, and the path that follows.
///
/// A node is strong with at least five rights in force of at least two owners and an RTA of 1 or more;
/// missing without any right in force; weak else. Strong nodes ask for 强链, others behind a strong stage
/// for 延链, the rest for 补链. The thresholds are ours, stated in the table's note.
package enum ChainPaths: MapAnalysis {
  package static let id = "chain-paths"
  package static let title = "强链补链延链"
  package static let grain = "每个产业、环节一行（本市）"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("stage", "链段", .text), .node, .nodeName, .inForce,
    DataColumn("owners", "权利人数", .integer, unit: "个"),
    DataColumn("rta", "专业化指数RTA", .decimal),
    DataColumn("outside_in_force", "市外有效专利", .integer, unit: "件", note: "库内市外权利人持有"),
    DataColumn(
      "standing", "现状", .text,
      note: "强：有效专利不少于5件、权利人不少于2个且RTA不小于1；缺：无有效专利；其余为弱（本系统提议的判据）"),
    DataColumn("path", "路径", .text, note: "强→强链；强环节所在链段下游的弱、缺环节→延链；其余弱、缺→补链"),
  ]
  package static let key = ["industry", "node"]
  package static let sql = """
    WITH totals AS (SELECT area, COUNT(*) AS patents FROM patent_area GROUP BY area),
    counts AS (
      SELECT n.industry, a.level, n.node, COUNT(*) AS patents,
        SUM(CASE WHEN p.state = 'in-force' THEN 1 ELSE 0 END) AS in_force,
        COUNT(DISTINCT CASE WHEN p.state = 'in-force' THEN o.owner END) AS owners
      FROM patent_node n JOIN patent p ON p.patent = n.patent
      JOIN patent_area pa ON pa.patent = n.patent
      JOIN area a ON a.area = pa.area AND a.level IN ('city', 'store')
      LEFT JOIN patent_owner o ON o.patent = n.patent AND o.position = 1
      GROUP BY n.industry, a.level, n.node),
    stages AS (
      SELECT industry, stage, MIN(position) AS stage_position FROM node GROUP BY industry, stage),
    placed AS (
      SELECT n.industry, n.stage_name, n.node, n.name, n.position, g.stage_position,
        COALESCE(c.in_force, 0) AS in_force, COALESCE(c.owners, 0) AS owners,
        COALESCE(w.in_force, 0) - COALESCE(c.in_force, 0) AS outside_in_force,
        CASE WHEN t.patents > 0 AND w.patents > 0 AND s.patents > 0
          THEN (COALESCE(c.patents, 0) * 1.0 / t.patents) / (w.patents * 1.0 / s.patents)
          END AS rta
      FROM node n JOIN stages g ON g.industry = n.industry AND g.stage = n.stage
      JOIN area a ON a.level = 'city'
      LEFT JOIN counts c ON c.industry = n.industry AND c.node = n.node AND c.level = 'city'
      LEFT JOIN counts w ON w.industry = n.industry AND w.node = n.node AND w.level = 'store'
      LEFT JOIN totals t ON t.area = a.area
      LEFT JOIN totals s ON s.area = 'store'),
    judged AS (
      SELECT p.*,
        CASE WHEN p.in_force = 0 THEN '缺'
          WHEN p.in_force >= 5 AND p.owners >= 2 AND p.rta >= 1 THEN '强' ELSE '弱' END AS standing
      FROM placed p),
    strong AS (
      SELECT industry, MIN(stage_position) AS first_strong FROM judged
      WHERE standing = '强' GROUP BY industry)
    SELECT i.industry, j.stage_name, j.node, j.name, j.in_force, j.owners, j.rta,
      j.outside_in_force, j.standing,
      CASE WHEN j.standing = '强' THEN '强链'
        WHEN j.stage_position > x.first_strong THEN '延链' ELSE '补链' END
    FROM judged j JOIN industry i ON i.industry = j.industry
    LEFT JOIN strong x ON x.industry = j.industry
    ORDER BY i.position, j.position
    """
}
