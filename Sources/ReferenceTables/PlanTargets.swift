import Foundation

/// One target of the city's plan.
package struct PlanTarget: Hashable, Sendable {
  /// The number in the plan's tables as we count it: `I1`…`I10`, `P1`…`P33`, `B1`…`B6`.
  package let id: String
  package let indicator: String
  package let unit: String
  /// The value of 2021 or of the end of the preceding plan, as printed.
  package let base: String
  /// The values as printed, by year; `≥40`, `10-12/13-15` and the like occur.
  package let printed: [Int: String]
  package let section: String
  package let source: String

  /// The target of a year as a number, in the target's unit: a plain number, or one behind `≥` or `>`.
  package func value(in year: Int) -> Double? {
    guard let text = printed[year] else { return nil }
    return Double(String(text.drop { "≥>＞".contains($0) }))
  }

  /// The years with a numeric target, ascending.
  package var years: [Int] { printed.keys.filter { value(in: $0) != nil }.sorted() }
}

/// The targets of the city's plan, in its order.
///
/// Source: 宿州市“十四五”知识产权发展规划, 宿政办秘〔2022〕41号.
package struct PlanTargets: Sendable {
  package let targets: [PlanTarget]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(
      of: "id", "indicator", "unit", "base_or_2021", "section", "source")
    // Columns `y2023`, `y2025`: an edition for another plan has other years.
    let years = table.columns.enumerated().compactMap { position, name in
      name.hasPrefix("y") ? Int(name.dropFirst()).map { (year: $0, position: position) } : nil
    }
    var targets: [PlanTarget] = []
    var seen: Set<String> = []
    for (index, row) in table.rows.enumerated() {
      guard seen.insert(row[at[0]]).inserted else {
        throw table.duplicate(row: index, key: row[at[0]])
      }
      var printed: [Int: String] = [:]
      for (year, position) in years where !row[position].isEmpty { printed[year] = row[position] }
      targets.append(
        PlanTarget(
          id: row[at[0]], indicator: row[at[1]], unit: row[at[2]], base: row[at[3]],
          printed: printed, section: row[at[4]], source: row[at[5]]))
    }
    self.targets = targets
  }

  package subscript(id: String) -> PlanTarget? { targets.first { $0.id == id } }
}
