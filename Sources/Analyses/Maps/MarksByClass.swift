/// The city's trademarks by Nice class, weighed by how far the class belongs to the industry.
package enum MarksByClass: MapAnalysis {
  package static let id = "marks"
  package static let title = "商标（按尼斯分类）"
  package static let grain = "每个产业、类别一行（本市有效注册商标，一标一类为一件）"
  package static let columns: [DataColumn] = [
    .industry, DataColumn("class", "类别", .integer), DataColumn("class_name", "类别简称", .text),
    DataColumn("weight", "权重", .decimal, note: "该类归属本产业的份额，由产业链文件给出"),
    DataColumn("valid", "有效注册", .integer, unit: "件"),
    DataColumn("weighted", "加权件数", .decimal, unit: "件"),
    DataColumn("geographical", "地理标志", .integer, unit: "件"),
    DataColumn("due", "一年内到期", .integer, unit: "件", note: "截止日后12个月内期满，可续展"),
    DataColumn("holders", "注册人数", .integer, unit: "个"),
  ]
  package static let key = ["industry", "class"]
  package static let sql = """
    WITH counts AS (
      SELECT class, COUNT(*) AS valid, SUM(geographical) AS geographical, SUM(is_due) AS due,
        COUNT(DISTINCT holder) AS holders
      FROM mark WHERE state = 'valid' GROUP BY class)
    SELECT i.industry, k.class, n.name, k.weight, COALESCE(c.valid, 0),
      COALESCE(c.valid, 0) * k.weight, COALESCE(c.geographical, 0), COALESCE(c.due, 0),
      COALESCE(c.holders, 0)
    FROM class_industry k JOIN industry i ON i.industry = k.industry
    JOIN nice_class n ON n.class = k.class
    LEFT JOIN counts c ON c.class = k.class
    ORDER BY i.position, k.class
    """
}
