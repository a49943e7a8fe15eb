import Dossiers
import Records

/// 维持年限超过10年: the cut-off lies strictly after the tenth anniversary of the start.
///
/// The start is the filing date from which the term runs (a divisional's is its parent's, a national
/// phase's the international one) or the day of grant. On the anniversary itself ten years are full
/// but not exceeded.
///
/// Source: note ① of the indicator table, no. 3; start from filing inferred from published figures.
package enum MaintainedOverTenYears: Criterion {
  package static let id = "maintained-over-ten-years"
  package static let title = "维持年限超过10年"
  package static let rule = "统计截止日晚于起算日的十周年日；起算日为申请日（分案取母案申请日，PCT取国际申请日）或授权公告日"

  package static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement {
    let start: CalendarDay?
    let because: [Evidence]
    let missing: Missing
    switch context.calibre.maintainedOverTenYears.from {
    case .filing:
      start = patent.state.term.filingDate
      because = patent.state.term.because.filter { $0.date == start }
      missing = .filingDate
    case .grant:
      start = patent.state.grant?.date
      because = patent.state.grant?.because ?? []
      missing = .grantDate
    }
    guard let start, let anniversary = start.adding(years: 10) else {
      return .undetermined(missing: [missing])
    }
    var evidence = because.map { fact in
      var fact = fact
      fact.rule = id
      return fact
    }
    evidence.append(
      Evidence(rule: id, field: "十周年日", value: anniversary.isoText, date: anniversary))
    return context.cutOff > anniversary ? .met(because: evidence) : .notMet(because: evidence)
  }

  package static var examples: [CriterionExample] {
    [
      .example("十周年日的次日：超过10年", .met) {
        $0.filed = "2015-12-30"
        $0.cutOff = "2025-12-31"
      },
      .example("十周年日当天：尚未超过", .notMet) {
        $0.filed = "2015-12-31"
        $0.cutOff = "2025-12-31"
      },
      .example("2月29日的十周年日是2月28日", .met) {
        $0.filed = "2016-02-29"
        $0.cutOff = "2026-03-01"
      },
      .example("申请日缺失", .undetermined) { $0.filed = "00000000" },
      .example("自授权公告日起算：申请满10年但授权未满", .notMet) {
        $0.filed = "2014-01-01"
        $0.granted = "2017-01-03"
        $0.calibre.maintainedOverTenYears.from = .grant
      },
      .example("自授权公告日起算：超过10年", .met) {
        $0.filed = "2012-01-01"
        $0.granted = "2015-06-03"
        $0.calibre.maintainedOverTenYears.from = .grant
      },
      .example("自授权公告日起算：授权公告日缺失", .undetermined) {
        $0.granted = "00000000"
        $0.calibre.maintainedOverTenYears.from = .grant
      },
    ].compactMap { $0 }
  }
}
