/// How long rights in force still last at most.
package enum RemainingLife: MapAnalysis {
  package static let id = "remaining-life"
  package static let title = "有效专利剩余保护期"
  package static let grain = "每个产业、地区、专利类型、剩余年数段一行"
  package static let columns: [DataColumn] = [
    .industry, .area, .areaName, .kind,
    DataColumn("band", "剩余年数段", .text, unit: "年", note: "至期限届满的整年数；不计提前终止"),
    .patents,
  ]
  package static let key = ["industry", "area", "kind", "band"]
  package static let sql = """
    WITH banded AS (
      SELECT industry, area, kind,
        CASE WHEN remaining_years < 3 THEN '0-2' WHEN remaining_years < 5 THEN '3-4'
          WHEN remaining_years < 10 THEN '5-9' WHEN remaining_years < 15 THEN '10-14'
          ELSE '15-20' END AS band,
        CASE WHEN remaining_years < 3 THEN 1 WHEN remaining_years < 5 THEN 2
          WHEN remaining_years < 10 THEN 3 WHEN remaining_years < 15 THEN 4
          ELSE 5 END AS position
      FROM counted WHERE remaining_years IS NOT NULL)
    SELECT i.industry, a.area, a.name, b.kind, b.band, COUNT(*)
    FROM banded b JOIN industry i ON i.industry = b.industry JOIN area a ON a.area = b.area
    GROUP BY i.position, i.industry, a.position, a.area, a.name, b.kind, b.position, b.band
    ORDER BY i.position, a.position, b.kind, b.position
    """
}
