/// The city's ten leading owners by the year of filing.
package enum OwnerYears: MapAnalysis {
  package static let id = "owner-years"
  package static let title = "主要权利人历年申请量"
  package static let grain = "每个产业、权利人（本市前10位）、申请年一行"
  package static let columns: [DataColumn] = [
    .industry, .ownerNumber, .ownerName, .year, .patents,
  ]
  package static let key = ["industry", "owner", "year"]
  package static let sql = """
    \(TopOwners.sql)
    SELECT i.industry, t.owner, t.name, c.filing_year, COUNT(*)
    FROM counted c JOIN area a ON a.area = c.area AND a.level = 'city'
    JOIN patent_owner o ON o.patent = c.patent
    JOIN top t ON t.industry = c.industry AND t.owner = o.owner
    JOIN industry i ON i.industry = c.industry
    WHERE c.filing_year IS NOT NULL
    GROUP BY i.position, i.industry, t.line, t.owner, t.name, c.filing_year
    ORDER BY i.position, t.line, c.filing_year
    """
}

/// The first ten of the city's owners of an industry, as the beginning of a query.
enum TopOwners {
  static let sql = """
    WITH held AS (
      SELECT c.industry, o.owner, COUNT(*) AS patents
      FROM counted c JOIN area a ON a.area = c.area AND a.level = 'city'
      JOIN patent_owner o ON o.patent = c.patent
      GROUP BY c.industry, o.owner),
    placed AS (
      SELECT h.industry, h.owner, w.name,
        ROW_NUMBER() OVER (
          PARTITION BY h.industry ORDER BY h.patents DESC, w.name, h.owner) AS line
      FROM held h JOIN owner w ON w.owner = h.owner),
    top AS (SELECT * FROM placed WHERE line <= 10)
    """
}
