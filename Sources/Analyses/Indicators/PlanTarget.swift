/// A target of the plan: the value to be reached by the end of a year.
///
/// Source: 宿州市“十四五”知识产权发展规划 (宿政办秘〔2022〕41号), indicator table: 1 (2021), 1.5 (2023),
/// 2 (2025).
package struct PlanTarget: Hashable, Sendable {
  package var year: Int
  /// 件/万人.
  package var value: Double

  package init(year: Int, value: Double) {
    self.year = year
    self.value = value
  }
}
