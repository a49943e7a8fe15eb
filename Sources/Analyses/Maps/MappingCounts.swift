/// Patents by the codes of the classifications other than the city's own.
package enum MappingCounts: MapAnalysis {
  package static let id = "mapping-counts"
  package static let title = "各分类专利数"
  package static let grain = "每个分类、代码、地区（本市与库内全部）一行"
  package static let columns: [DataColumn] = [
    DataColumn("mapping", "分类", .text), DataColumn("code", "代码", .text),
    DataColumn("name", "名称", .text), .area, .areaName, .patents, .fractional, .inForce,
  ]
  package static let key = ["mapping", "code", "area"]
  package static let sql = """
    SELECT k.mapping, k.code, k.name, a.area, a.name, COUNT(*), SUM(pc.weight),
      SUM(CASE WHEN p.state = 'in-force' THEN 1 ELSE 0 END)
    FROM patent_code pc JOIN code k ON k.mapping = pc.mapping AND k.code = pc.code
    JOIN patent p ON p.patent = pc.patent
    JOIN patent_area pa ON pa.patent = pc.patent
    JOIN area a ON a.area = pa.area AND a.level IN ('city', 'store')
    GROUP BY k.mapping, k.position, k.code, k.name, a.position, a.area, a.name
    ORDER BY k.mapping, a.position, k.position
    """

  /// The parts of each patent sum to one: whole counts never fall below them.
  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    table.rows.indices.filter { row in
      (table[row, "fractional"].number ?? 0) > (table[row, "patents"].number ?? 0) + 1e-6
    }.map { row in
      "mapping-counts \(table[row, "mapping"].text ?? "") \(table[row, "code"].text ?? ""): "
        + "fractional \(table[row, "fractional"]) exceeds \(table[row, "patents"])"
    }
  }
}
