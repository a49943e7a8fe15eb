/// The holders of the most trademarks in the industry's classes.
package enum MarkOwners: MapAnalysis {
  package static let id = "mark-owners"
  package static let title = "主要商标注册人"
  package static let grain = "每个产业、注册人一行（本市有效注册商标），列前30位"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("place", "位次", .integer), DataColumn("holder", "注册人", .text),
    DataColumn("valid", "有效注册", .integer, unit: "件"),
    DataColumn("weighted", "加权件数", .decimal, unit: "件"),
  ]
  package static let key = ["industry", "holder"]
  package static let sql = """
    WITH counts AS (
      SELECT k.industry, m.holder, COUNT(*) AS valid, SUM(k.weight) AS weighted
      FROM mark m JOIN class_industry k ON k.class = m.class
      WHERE m.state = 'valid' AND m.holder IS NOT NULL GROUP BY k.industry, m.holder),
    placed AS (
      SELECT c.*, RANK() OVER (PARTITION BY c.industry ORDER BY c.weighted DESC) AS place,
        ROW_NUMBER() OVER (PARTITION BY c.industry ORDER BY c.weighted DESC, c.holder) AS line
      FROM counts c)
    SELECT i.industry, p.place, p.holder, p.valid, p.weighted
    FROM placed p JOIN industry i ON i.industry = p.industry
    WHERE p.line <= 30
    ORDER BY i.position, p.line
    """
}
