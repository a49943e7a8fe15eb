import Dossiers
import Records

/// 获得国家科学技术奖或中国专利奖: a row of the award register with a year not after the cut-off's.
///
/// 1. 中国专利奖 (its 金奖, 银奖, 优秀奖). 中国外观设计专利奖 is for designs and not counted.
/// 2. The national awards of science and technology, only through a row that names the patent
///    (`link_kind: project`).
///
/// The award's name must match exactly once 第…届 is removed. Provincial awards have other names.
///
/// Source: note ① of the indicator table, no. 5.
package enum Award: Criterion {
  package static let id = "award"
  package static let title = "获得国家科学技术奖或中国专利奖"
  package static let rule = "奖项登记簿中有该专利的中国专利奖，或以项目关联该专利的国家科学技术奖，年度不晚于统计截止日所在年"

  private static let patentAward = "中国专利奖"
  private static let patentAwardLevels = ["金奖", "银奖", "优秀奖"]
  private static let nationalAwards = ["国家科学技术奖", "国家自然科学奖", "国家技术发明奖", "国家科学技术进步奖"]

  package static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement {
    let counted = patent.awards.filter { counts($0, in: context) }
    if !counted.isEmpty { return .met(because: counted.map { evidence($0) }) }
    guard context.loadedRegisters.contains("awards") else {
      return .undetermined(missing: [.register("awards")])
    }
    return .notMet(because: patent.awards.map { evidence($0) })
  }

  private static func counts(_ row: AwardRow, in context: JudgementContext) -> Bool {
    let level = folded(row.level)
    guard row.year <= context.cutOff.year,
      context.calibre.award.levels.contains(where: { folded($0) == level })
    else { return false }
    let name = withoutSession(folded(row.award))
    if name == patentAward { return patentAwardLevels.contains(level) }
    return nationalAwards.contains(name) && row.link.map { folded($0) } == "project"
  }

  private static func folded(_ text: String) -> String {
    SearchText.folded(text).filter { !$0.isWhitespace }
  }

  /// The name without its session: 第二十四届中国专利奖 is 中国专利奖.
  private static func withoutSession(_ name: String) -> String {
    guard let start = name.firstIndex(of: "第"), let end = name[start...].firstIndex(of: "届") else {
      return name
    }
    return String(name[..<start] + name[name.index(after: end)...])
  }

  private static func evidence(_ row: AwardRow) -> Evidence {
    Evidence(
      rule: id, source: row.source, field: "award",
      value: [row.award, row.level, String(row.year), row.link].compactMap { $0 }
        .joined(separator: " "))
  }

  package static var examples: [CriterionExample] {
    [
      .example("第二十四届中国专利奖优秀奖", .met) { $0.award("第二十四届中国专利奖", "优秀奖", 2023) },
      .example("无登记", .notMet) { _ in },
      .example("未载入奖项登记簿", .undetermined) { $0.loaded = [] },
      .example("截止日之后的年度", .notMet) { $0.award("中国专利奖", "金奖", 2026) },
      .example("截止日当年", .met) { $0.award("中国专利奖", "金奖", 2025) },
      .example("中国外观设计专利奖不计", .notMet) { $0.award("中国外观设计专利奖", "金奖", 2020) },
      .example("省级奖不计", .notMet) { $0.award("安徽省科学技术奖", "一等奖", 2020, link: "project") },
      .example("国家科学技术进步奖，项目关联", .met) {
        $0.award("国家科学技术进步奖", "二等奖", 2019, link: "project")
      },
      .example("国家科学技术进步奖，无项目关联", .notMet) {
        $0.award("国家科学技术进步奖", "二等奖", 2019)
        $0.award("国家科学技术进步奖", "二等奖", 2019, link: "direct")
      },
      .example("口径不含优秀奖", .notMet) {
        $0.award("中国专利奖", "优秀奖", 2023)
        $0.calibre.award.levels = ["金奖", "银奖"]
      },
    ].compactMap { $0 }
  }
}
