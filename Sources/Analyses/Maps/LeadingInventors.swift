/// The city's inventors with the most patents, each kept apart by the owner he invented for.
package enum LeadingInventors: MapAnalysis {
  package static let id = "inventors"
  package static let title = "主要发明人"
  package static let grain = "每个产业、发明人与第一权利人一行，列前30位；同名而权利人不同者不合并"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("place", "位次", .integer),
    DataColumn("inventor", "发明人", .text, disclosure: .office), .ownerNumber, .ownerName, .patents,
    DataColumn("as_first", "作第一发明人", .integer, unit: "件"), .inForce, .highValue,
  ]
  package static let key = ["industry", "inventor", "owner"]
  package static let sql = """
    WITH counts AS (
      SELECT c.industry, v.name AS inventor, o.owner, COUNT(DISTINCT c.patent) AS patents,
        COUNT(DISTINCT CASE WHEN v.position = 1 THEN c.patent END) AS as_first,
        COUNT(DISTINCT CASE WHEN c.state = 'in-force' THEN c.patent END) AS in_force,
        COUNT(DISTINCT CASE WHEN c.high_value = 1 THEN c.patent END) AS high_value
      FROM counted c JOIN area r ON r.area = c.area AND r.level = 'city'
      JOIN patent_inventor v ON v.patent = c.patent
      JOIN patent_owner o ON o.patent = c.patent AND o.position = 1
      GROUP BY c.industry, v.name, o.owner),
    placed AS (
      SELECT n.*, RANK() OVER (PARTITION BY n.industry ORDER BY n.patents DESC) AS place,
        ROW_NUMBER() OVER (
          PARTITION BY n.industry ORDER BY n.patents DESC, n.inventor, n.owner) AS line
      FROM counts n)
    SELECT i.industry, p.place, p.inventor, p.owner, w.name, p.patents, p.as_first, p.in_force,
      p.high_value
    FROM placed p JOIN industry i ON i.industry = p.industry JOIN owner w ON w.owner = p.owner
    WHERE p.line <= 30
    ORDER BY i.position, p.line
    """
}
