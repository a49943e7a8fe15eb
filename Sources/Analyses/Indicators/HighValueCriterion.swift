/// One of the five conditions that make a valid invention patent a 高价值发明专利, in the plan's order.
///
/// Source: 宿州市“十四五”知识产权发展规划 (宿政办秘〔2022〕41号), note ① of the indicator table.
package enum HighValueCriterion: String, CaseIterable, Hashable, Sendable {
  case strategicEmergingIndustry = "strategic-emerging-industry"
  case overseasFamily = "overseas-family"
  case maintainedOverTenYears = "maintained-over-ten-years"
  case pledgeFinancing = "pledge-financing"
  case award

  /// The name in plans, tables and published files; fixed for ever.
  package var id: String { rawValue }
}
