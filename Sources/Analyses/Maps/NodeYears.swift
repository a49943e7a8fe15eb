/// The nodes of an industry's chain by the year of filing.
package enum NodeYears: MapAnalysis {
  package static let id = "node-years"
  package static let title = "环节历年申请量"
  package static let grain = "每个产业、地区、环节、申请年一行；无申请的年份不列"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .node, .nodeName, .year, .patents,
  ]
  package static let key = ["industry", "area", "node", "year"]
  package static let sql = """
    SELECT i.industry, a.area, a.name, n.node, n.name, p.filing_year, COUNT(*)
    FROM patent_node pn JOIN node n ON n.industry = pn.industry AND n.node = pn.node
    JOIN patent p ON p.patent = pn.patent
    JOIN patent_area pa ON pa.patent = pn.patent
    JOIN industry i ON i.industry = pn.industry JOIN area a ON a.area = pa.area
    WHERE p.filing_year IS NOT NULL AND a.level IN ('city', 'store')
    GROUP BY i.position, i.industry, a.position, a.area, a.name, n.position, n.node, n.name,
      p.filing_year
    ORDER BY i.position, a.position, n.position, p.filing_year
    """
}
