/// How much each place has of an industry: applications, grants, valid rights, per 10,000 persons.
package enum IndustrySize: MapAnalysis {
  package static let id = "size"
  package static let title = "产业规模"
  package static let grain = "每个产业、地区一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .level,
    DataColumn("applications", "申请量", .integer, unit: "件", note: "截止日前已公布的申请"),
    .fractional,
    DataColumn("inventions", "其中发明", .integer, unit: "件"),
    DataColumn("utility_models", "其中实用新型", .integer, unit: "件"),
    DataColumn("designs", "其中外观设计", .integer, unit: "件"),
    DataColumn("grants", "授权量", .integer, unit: "件"),
    .inForce,
    DataColumn("in_force_inventions", "有效发明", .integer, unit: "件"),
    .highValue,
    DataColumn("undetermined", "状态待定", .integer, unit: "件", note: "已授权，是否有效待定"),
    DataColumn("persons", "常住人口", .integer, unit: "人"),
    DataColumn("per_10k", "每万人有效发明", .decimal, unit: "件/万人"),
  ]
  package static let key = ["industry", "area"]
  package static let sql = """
    WITH counts AS (
      SELECT industry, area, COUNT(*) AS applications, SUM(weight) AS fractional,
        SUM(CASE WHEN kind = 'invention' THEN 1 ELSE 0 END) AS inventions,
        SUM(CASE WHEN kind = 'utility-model' THEN 1 ELSE 0 END) AS utility_models,
        SUM(CASE WHEN kind = 'design' THEN 1 ELSE 0 END) AS designs,
        SUM(CASE WHEN granted IS NOT NULL THEN 1 ELSE 0 END) AS grants,
        SUM(CASE WHEN state = 'in-force' THEN 1 ELSE 0 END) AS in_force,
        SUM(CASE WHEN state = 'in-force' AND kind = 'invention' THEN 1 ELSE 0 END)
          AS in_force_inventions,
        SUM(high_value) AS high_value,
        SUM(CASE WHEN state = 'undetermined' THEN 1 ELSE 0 END) AS undetermined
      FROM counted GROUP BY industry, area)
    SELECT i.industry, a.area, a.name, a.level, COALESCE(c.applications, 0),
      COALESCE(c.fractional, 0), COALESCE(c.inventions, 0), COALESCE(c.utility_models, 0),
      COALESCE(c.designs, 0), COALESCE(c.grants, 0), COALESCE(c.in_force, 0),
      COALESCE(c.in_force_inventions, 0), COALESCE(c.high_value, 0), COALESCE(c.undetermined, 0),
      a.persons,
      CASE WHEN a.persons > 0
        THEN COALESCE(c.in_force_inventions, 0) * 10000.0 / a.persons END
    FROM industry i CROSS JOIN area a
    LEFT JOIN counts c ON c.industry = i.industry AND c.area = a.area
    ORDER BY i.position, a.position
    """

  /// Parts never exceed their whole, and the counties together are the city.
  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] {
    var found: [String] = []
    for row in table.rows.indices {
      let name = "\(table[row, "industry"].text ?? "") \(table[row, "area"].text ?? "")"
      func value(_ column: String) -> Double { table[row, column].number ?? 0 }
      for (part, whole) in [
        ("fractional", "applications"), ("grants", "applications"), ("in_force", "grants"),
        ("in_force_inventions", "in_force"), ("high_value", "in_force_inventions"),
      ] where value(part) > value(whole) + 1e-6 {
        found.append("size \(name): \(part) \(value(part)) exceeds \(whole) \(value(whole))")
      }
      let kinds = value("inventions") + value("utility_models") + value("designs")
      if kinds > value("applications") {
        found.append("size \(name): kinds \(kinds) exceed applications \(value("applications"))")
      }
    }
    for column in ["applications", "grants", "in_force", "high_value"] {
      let sums = table.sums(of: column, by: ["industry", "level"])
      for (key, city) in sums where key.last == .text("city") {
        let counties = sums[[key[0], .text("county")]] ?? 0
        if counties != city {
          found.append(
            "size \(key[0].text ?? ""): \(column) of the counties \(counties), of the city \(city)")
        }
      }
    }
    return found.sorted()
  }
}
