import Records

/// Awards that patents won (中国专利奖, 国家科学技术奖, …).
enum Awards: Register {
  static let kind = RegisterKind.awards
  static let chineseName = "奖项"

  static let patent = RegisterColumn("专利号", "patent_no", required: true)
  static let award = RegisterColumn("奖项", "award", required: true)
  static let level = RegisterColumn("等级", "level", required: true)
  static let year = RegisterColumn("年度", "year", required: true)
  static let session = RegisterColumn("届", "session")
  static let link = RegisterColumn("依据", "link_kind")
  static let origin = RegisterColumn("来源", "source")

  static let columns = [patent, award, level, year, session, link, origin]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .award(
      AwardRow(
        source: cells.source,
        patent: try cells.patent(patent),
        award: try cells.requiredText(award, "an award such as 中国专利奖"),
        level: try cells.requiredText(level, "a level such as 金奖 or 一等奖"),
        year: try cells.year(year),
        session: cells.text(session),
        link: cells.text(link),
        origin: cells.text(origin)))
  }
}
