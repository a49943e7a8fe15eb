/// Pairs of nodes of one chain that share patents, so that an analyst can sharpen their rules.
package enum NodeOverlaps: MapAnalysis {
  package static let id = "node-overlaps"
  package static let title = "环节重叠"
  package static let grain = "每个产业、两个有共同专利的环节一行（库内全部）"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("node_a", "环节甲", .text), DataColumn("node_a_name", "环节甲名称", .text),
    DataColumn("node_b", "环节乙", .text), DataColumn("node_b_name", "环节乙名称", .text), .patents,
  ]
  package static let key = ["industry", "node_a", "node_b"]
  package static let sql = """
    SELECT i.industry, na.node, na.name, nb.node, nb.name, COUNT(*)
    FROM patent_node a JOIN patent_node b ON b.patent = a.patent AND b.industry = a.industry
    JOIN node na ON na.industry = a.industry AND na.node = a.node
    JOIN node nb ON nb.industry = b.industry AND nb.node = b.node
    JOIN industry i ON i.industry = a.industry
    WHERE na.position < nb.position AND a.weight > 0 AND b.weight > 0
    GROUP BY i.position, i.industry, na.position, na.node, na.name, nb.position, nb.node, nb.name
    ORDER BY i.position, COUNT(*) DESC, na.position, nb.position
    """
}
