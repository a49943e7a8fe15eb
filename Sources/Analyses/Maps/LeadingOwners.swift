/// The owners with the most applications, the fifty first of the city and of the store.
package enum LeadingOwners: MapAnalysis {
  package static let id = "owners"
  package static let title = "主要权利人"
  package static let grain = "每个产业、地区、权利人一行，列前50位"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName,
    DataColumn("place", "位次", .integer, note: "专利数相同者位次相同"), .ownerNumber, .ownerName,
    .ownerKind, DataColumn("variants", "名称写法数", .integer, unit: "种"), .patents,
    DataColumn("as_first", "作第一权利人", .integer, unit: "件"), .inForce, .highValue,
    DataColumn("share", "占比", .decimal, note: "作第一权利人的专利÷该地区该产业全部专利"),
  ]
  package static let key = ["industry", "area", "owner"]
  package static let sql = """
    WITH totals AS (SELECT industry, area, COUNT(*) AS patents FROM counted GROUP BY industry, area),
    counts AS (
      SELECT c.industry, c.area, o.owner, COUNT(*) AS patents,
        SUM(CASE WHEN o.position = 1 THEN 1 ELSE 0 END) AS as_first,
        SUM(CASE WHEN c.state = 'in-force' THEN 1 ELSE 0 END) AS in_force,
        SUM(c.high_value) AS high_value
      FROM counted c JOIN patent_owner o ON o.patent = c.patent
      WHERE c.area IN (SELECT area FROM area WHERE level IN ('city', 'store'))
      GROUP BY c.industry, c.area, o.owner),
    placed AS (
      SELECT n.*, w.name, w.kind, w.variants,
        RANK() OVER (PARTITION BY n.industry, n.area ORDER BY n.patents DESC) AS place,
        ROW_NUMBER() OVER (
          PARTITION BY n.industry, n.area ORDER BY n.patents DESC, w.name, n.owner) AS line
      FROM counts n JOIN owner w ON w.owner = n.owner)
    SELECT i.industry, a.area, a.name, n.place, n.owner, n.name, n.kind, n.variants, n.patents,
      n.as_first, n.in_force, n.high_value, n.as_first * 1.0 / t.patents
    FROM placed n JOIN industry i ON i.industry = n.industry JOIN area a ON a.area = n.area
    JOIN totals t ON t.industry = n.industry AND t.area = n.area
    WHERE n.line <= 50
    ORDER BY i.position, a.position, n.line
    """
}
