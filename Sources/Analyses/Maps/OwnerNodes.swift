/// The city's ten leading owners by the nodes of the chain.
package enum OwnerNodes: MapAnalysis {
  package static let id = "owner-nodes"
  package static let title = "主要权利人的环节分布"
  package static let grain = "每个产业、权利人（本市前10位）、环节一行"
  package static let columns: [DataColumn] = [
    .industry, .ownerNumber, .ownerName, .node, .nodeName, .patents,
  ]
  package static let key = ["industry", "owner", "node"]
  package static let sql = """
    \(TopOwners.sql)
    SELECT i.industry, t.owner, t.name, n.node, n.name, COUNT(*)
    FROM patent_node pn JOIN patent_area pa ON pa.patent = pn.patent
    JOIN area a ON a.area = pa.area AND a.level = 'city'
    JOIN patent_owner o ON o.patent = pn.patent
    JOIN top t ON t.industry = pn.industry AND t.owner = o.owner
    JOIN node n ON n.industry = pn.industry AND n.node = pn.node
    JOIN industry i ON i.industry = pn.industry
    GROUP BY i.position, i.industry, t.line, t.owner, t.name, n.position, n.node, n.name
    ORDER BY i.position, t.line, n.position
    """
}
