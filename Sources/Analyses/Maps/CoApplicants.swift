/// Who owns patents of the city together with whom.
package enum CoApplicants: MapAnalysis {
  package static let id = "co-applicants"
  package static let title = "共同申请合作"
  package static let grain = "每个产业、两个共同权利人一行（本市专利），列前200对"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("owner_a", "权利人甲序号", .integer),
    DataColumn("owner_a_name", "权利人甲", .text), DataColumn("owner_a_kind", "甲类型", .text),
    DataColumn("owner_b", "权利人乙序号", .integer), DataColumn("owner_b_name", "权利人乙", .text),
    DataColumn("owner_b_kind", "乙类型", .text), .patents,
  ]
  package static let key = ["industry", "owner_a", "owner_b"]
  package static let sql = """
    WITH pairs AS (
      SELECT c.industry, a.owner AS owner_a, b.owner AS owner_b, COUNT(*) AS patents
      FROM counted c JOIN area r ON r.area = c.area AND r.level = 'city'
      JOIN patent_owner a ON a.patent = c.patent
      JOIN patent_owner b ON b.patent = c.patent AND b.owner > a.owner
      GROUP BY c.industry, a.owner, b.owner),
    placed AS (
      SELECT p.*, ROW_NUMBER() OVER (
        PARTITION BY p.industry ORDER BY p.patents DESC, p.owner_a, p.owner_b) AS line
      FROM pairs p)
    SELECT i.industry, p.owner_a, x.name, x.kind, p.owner_b, y.name, y.kind, p.patents
    FROM placed p JOIN industry i ON i.industry = p.industry
    JOIN owner x ON x.owner = p.owner_a JOIN owner y ON y.owner = p.owner_b
    WHERE p.line <= 200
    ORDER BY i.position, p.line
    """
}
