/// The city's patents cited most within the store, and those with the largest families.
package enum NotablePatents: MapAnalysis {
  package static let id = "notable-patents"
  package static let title = "高被引与大同族专利"
  package static let grain = "每个产业、专利一行：库内被引一次以上或同族两个以上受理局者，列前30位"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("application_no", "申请号", .text, disclosure: .office),
    DataColumn("title", "名称", .text, disclosure: .office), .ownerName,
    DataColumn("state", "法律状态", .text),
    DataColumn("cited_by", "库内被引", .integer, unit: "次", note: "库内其他申请引用其公开或授权文献的件数"),
    DataColumn("offices", "同族受理局数", .integer, unit: "个"),
  ]
  package static let key = ["industry", "application_no"]
  package static let sql = """
    WITH cited AS (
      SELECT d.patent, COUNT(DISTINCT x.patent) AS cited_by
      FROM patent_document d JOIN patent_citation x ON x.number = d.number
      WHERE x.patent <> d.patent GROUP BY d.patent),
    placed AS (
      SELECT c.industry, c.patent, c.application_no, c.title, c.state,
        COALESCE(k.cited_by, 0) AS cited_by, c.offices,
        ROW_NUMBER() OVER (
          PARTITION BY c.industry
          ORDER BY COALESCE(k.cited_by, 0) DESC, c.offices DESC, c.application_no) AS line
      FROM counted c JOIN area r ON r.area = c.area AND r.level = 'city'
      LEFT JOIN cited k ON k.patent = c.patent
      WHERE COALESCE(k.cited_by, 0) > 0 OR c.offices > 1)
    SELECT i.industry, p.application_no, p.title, COALESCE(w.name, ''), p.state, p.cited_by,
      p.offices
    FROM placed p JOIN industry i ON i.industry = p.industry
    LEFT JOIN patent_owner o ON o.patent = p.patent AND o.position = 1
    LEFT JOIN owner w ON w.owner = o.owner
    WHERE p.line <= 30
    ORDER BY i.position, p.line
    """
}
