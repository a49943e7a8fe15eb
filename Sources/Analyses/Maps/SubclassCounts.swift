/// The IPC subclasses an industry's patents stand in, the thirty largest of the city and of the store.
package enum SubclassCounts: MapAnalysis {
  package static let id = "ipc-subclasses"
  package static let title = "IPC小类构成"
  package static let grain = "每个产业、地区、IPC小类一行，列前30位"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, DataColumn("subclass", "IPC小类", .text),
    DataColumn("subclass_title", "类名", .text, note: "IPC 2026.01 中文类名，略去参见；空为表中缺此小类"), .patents,
    DataColumn("as_main", "作主分类", .integer, unit: "件"),
  ]
  package static let key = ["industry", "area", "subclass"]
  package static let sql = """
    WITH counts AS (
      SELECT c.industry, c.area, s.subclass, COUNT(*) AS patents, SUM(s.is_main) AS as_main,
        ROW_NUMBER() OVER (
          PARTITION BY c.industry, c.area ORDER BY COUNT(*) DESC, s.subclass) AS place
      FROM counted c JOIN patent_ipc s ON s.patent = c.patent
      WHERE c.area IN (SELECT area FROM area WHERE level IN ('city', 'store'))
      GROUP BY c.industry, c.area, s.subclass)
    SELECT i.industry, a.area, a.name, n.subclass, t.title, n.patents, n.as_main
    FROM counts n JOIN industry i ON i.industry = n.industry JOIN area a ON a.area = n.area
    LEFT JOIN ipc_title t ON t.place = n.subclass
    WHERE n.place <= 30
    ORDER BY i.position, a.position, n.place
    """
}
