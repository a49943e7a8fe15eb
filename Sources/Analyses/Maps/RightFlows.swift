/// Transfers, licences and pledges of the city's patents by year.
package enum RightFlows: MapAnalysis {
  package static let id = "flows"
  package static let title = "转让、许可与质押"
  package static let grain = "每个产业、年份、事务、方向一行（截止日属本市的专利）"
  package static let columns: [DataColumn] = [
    .industry, .year,
    DataColumn("event", "事务", .text, note: "transferred 转让；licensed 许可备案；pledged 质押登记"),
    DataColumn(
      "direction", "方向", .text,
      note: "转让：in 自市外转入；out 转出；within 市内；elsewhere 市外之间；unknown 地址未载明"),
    DataColumn("events", "次数", .integer, unit: "次"), .patents,
  ]
  package static let key = ["industry", "year", "event", "direction"]
  package static let sql = """
    SELECT i.industry, e.year, e.kind, e.direction, COUNT(*), COUNT(DISTINCT c.patent)
    FROM counted c JOIN area r ON r.area = c.area AND r.level = 'city'
    JOIN patent_event e ON e.patent = c.patent
    JOIN industry i ON i.industry = c.industry
    GROUP BY i.position, i.industry, e.year, e.kind, e.direction
    ORDER BY i.position, e.year, e.kind, e.direction
    """
}
