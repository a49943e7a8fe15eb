/// Which patents are pending, in force, ended or undetermined.
package enum LegalStatusMix: MapAnalysis {
  package static let id = "legal-status"
  package static let title = "法律状态构成"
  package static let grain = "每个产业、地区、专利类型、法律状态一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .kind,
    DataColumn(
      "state", "法律状态", .text,
      note: "pending 审中；in-force 有效；ended 失效；closed 未授权结案；undetermined 待定"),
    .patents,
  ]
  package static let key = ["industry", "area", "kind", "state"]
  package static let sql = """
    SELECT i.industry, a.area, a.name, c.kind, c.state, COUNT(*)
    FROM counted c JOIN industry i ON i.industry = c.industry JOIN area a ON a.area = c.area
    GROUP BY i.position, i.industry, a.position, a.area, a.name, c.kind, c.state
    ORDER BY i.position, a.position, c.kind, c.state
    """

  /// Every application has exactly one state.
  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    guard let size = tables[IndustrySize.id] else { return [] }
    let sums = table.sums(of: "patents", by: ["industry", "area"])
    return size.sums(of: "applications", by: ["industry", "area"]).filter { key, whole in
      (sums[key] ?? 0) != whole
    }.map { key, whole in
      "legal-status \(key.map { $0.text ?? "" }.joined(separator: " ")): \(sums[key] ?? 0), "
        + "applications \(whole)"
    }.sorted()
  }
}
