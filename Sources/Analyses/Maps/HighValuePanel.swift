/// Which of the five criteria the industry's high-value patents meet together.
package enum HighValuePanel: MapAnalysis {
  package static let id = "high-value"
  package static let title = "高价值发明专利五类标准重叠"
  package static let grain = "每个产业、标准组合一行（本市）"
  package static let columns: [DataColumn] = [
    .industry,
    DataColumn("combination", "标准组合", .text, note: "指标1各类标准的代号，分号相连"),
    .patents,
  ]
  package static let key = ["industry", "combination"]
  package static let sql = """
    SELECT i.industry, c.combination, COUNT(*)
    FROM counted c JOIN area r ON r.area = c.area AND r.level = 'city'
    JOIN industry i ON i.industry = c.industry
    WHERE c.high_value = 1
    GROUP BY i.position, i.industry, c.combination
    ORDER BY i.position, COUNT(*) DESC, c.combination
    """

  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    guard let size = tables[IndustrySize.id]?.slice("level", .text("city")) else { return [] }
    let sums = table.sums(of: "patents", by: ["industry"])
    return size.sums(of: "high_value", by: ["industry"]).filter { key, whole in
      (sums[key] ?? 0) != whole
    }.map { key, whole in
      "high-value \(key[0].text ?? ""): combinations sum to \(sums[key] ?? 0), size says \(whole)"
    }.sorted()
  }
}
