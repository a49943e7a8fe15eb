/// How far few owners hold most: CR4 and HHI over first owners.
package enum OwnerConcentration: MapAnalysis {
  package static let id = "concentration"
  package static let title = "权利人集中度"
  package static let grain = "每个产业、地区一行；无专利的地区不列"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, DataColumn("owners", "权利人数", .integer, unit: "个"), .patents,
    DataColumn("cr4", "CR4", .decimal, note: "前4位第一权利人的专利占比，0至1"),
    DataColumn("hhi", "HHI", .decimal, note: "各第一权利人占比的平方和，0至1"),
  ]
  package static let key = ["industry", "area"]
  package static let sql = """
    WITH held AS (
      SELECT c.industry, c.area, o.owner, COUNT(*) AS patents
      FROM counted c JOIN patent_owner o ON o.patent = c.patent AND o.position = 1
      GROUP BY c.industry, c.area, o.owner),
    shares AS (
      SELECT h.industry, h.area, h.patents,
        h.patents * 1.0 / SUM(h.patents) OVER (PARTITION BY h.industry, h.area) AS share,
        ROW_NUMBER() OVER (
          PARTITION BY h.industry, h.area ORDER BY h.patents DESC, h.owner) AS place
      FROM held h)
    SELECT i.industry, a.area, a.name, COUNT(*), SUM(s.patents),
      SUM(CASE WHEN s.place <= 4 THEN s.share ELSE 0 END), SUM(s.share * s.share)
    FROM shares s JOIN industry i ON i.industry = s.industry JOIN area a ON a.area = s.area
    GROUP BY i.position, i.industry, a.position, a.area, a.name
    ORDER BY i.position, a.position
    """

  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    var found: [String] = []
    for row in table.rows.indices {
      let cr4 = table[row, "cr4"].number ?? 0
      let hhi = table[row, "hhi"].number ?? 0
      let owners = Double(table[row, "owners"].integer ?? 0)
      let name = "\(table[row, "industry"].text ?? "") \(table[row, "area"].text ?? "")"
      if cr4 < 0 || cr4 > 1 + 1e-9 { found.append("concentration \(name): CR4 \(cr4) not in 0…1") }
      // n equal owners have the least possible concentration, 1/n.
      if hhi > 1 + 1e-9 || hhi < 1 / owners - 1e-6 {
        found.append("concentration \(name): HHI \(hhi) not in 1/\(owners)…1")
      }
    }
    return found
  }
}
