import Dossiers

/// One of the five criteria of 高价值发明专利: a pure function from a patent to a three-valued answer.
///
/// A criterion lives in a file of its own, with the examples that prove it, and stands in
/// ``criteria``.
package protocol Criterion: Sendable {
  /// The name that plans, columns and feeds use; never changes.
  static var id: String { get }
  /// The criterion's name in Chinese reports.
  static var title: String { get }
  /// What is checked, in Chinese, for the manual and the explanation of one patent.
  static var rule: String { get }

  static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement

  /// Cases with their answers: each answer and each setting at least once.
  static var examples: [CriterionExample] { get }
}

/// The criteria in the order of the definition, which is the order of columns and feeds.
///
/// Source: 宿州市“十四五”知识产权发展规划 (宿政办秘〔2022〕41号), note ① of the indicator table.
package let criteria: [any Criterion.Type] = [
  StrategicEmergingIndustry.self,
  OverseasFamily.self,
  MaintainedOverTenYears.self,
  PledgeFinancing.self,
  Award.self,
]
