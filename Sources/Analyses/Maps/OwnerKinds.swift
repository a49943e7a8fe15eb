/// Firms, universities, institutes and persons among the first owners.
package enum OwnerKinds: MapAnalysis {
  package static let id = "owner-kinds"
  package static let title = "权利人类型构成"
  package static let grain = "每个产业、地区、权利人类型一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .ownerKind, .patents,
    DataColumn("owners", "权利人数", .integer, unit: "个"),
    DataColumn("share", "占比", .decimal, note: "按第一权利人，各类型之和为一"),
  ]
  package static let key = ["industry", "area", "owner_kind"]
  package static let sql = """
    WITH counts AS (
      SELECT c.industry, c.area, w.kind, COUNT(*) AS patents, COUNT(DISTINCT w.owner) AS owners
      FROM counted c JOIN patent_owner o ON o.patent = c.patent AND o.position = 1
      JOIN owner w ON w.owner = o.owner
      GROUP BY c.industry, c.area, w.kind)
    SELECT i.industry, a.area, a.name, n.kind, n.patents, n.owners,
      n.patents * 1.0 / SUM(n.patents) OVER (PARTITION BY n.industry, n.area)
    FROM counts n JOIN industry i ON i.industry = n.industry JOIN area a ON a.area = n.area
    ORDER BY i.position, a.position, n.patents DESC, n.kind
    """

  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    table.sums(of: "share", by: ["industry", "area"]).filter { abs($0.value - 1) > 1e-6 }
      .map { key, sum in
        "owner-kinds \(key.map { $0.text ?? "" }.joined(separator: " ")): shares sum to \(sum)"
      }.sorted()
  }
}
