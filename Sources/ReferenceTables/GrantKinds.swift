import Records

/// Which kinds of document are published when a right is granted, by office.
///
/// Source: WIPO Standard ST.16, Part 7.3.2, as far as the table lists it.
package struct GrantKinds: Sendable {
  private struct Rule: Sendable {
    var grants: Bool
    var from: CalendarDay?
    var until: CalendarDay?
  }

  private var rules: [String: [Rule]] = [:]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "country", "kind", "grants", "from", "until")
    for (index, row) in table.rows.enumerated() {
      guard KindCode(row[at[1]]) != nil else {
        throw table.invalid(
          row: index, column: "kind", value: row[at[1]], expected: "a letter and at most one digit")
      }
      guard row[at[2]] == "yes" || row[at[2]] == "no" else {
        throw table.invalid(row: index, column: "grants", value: row[at[2]], expected: "yes or no")
      }
      var days: [CalendarDay?] = []
      for column in [3, 4] {
        let text = row[at[column]]
        let day = CalendarDay(text)
        guard text.isEmpty || day != nil else {
          throw table.invalid(
            row: index, column: column == 3 ? "from" : "until", value: text,
            expected: "a day such as 2001-01-01, or nothing")
        }
        days.append(day)
      }
      rules["\(row[at[0]]) \(row[at[1]])", default: []].append(
        Rule(grants: row[at[2]] == "yes", from: days[0], until: days[1]))
    }
  }

  /// Whether a document of the kind tells of a granted right; nil for a kind no row decides.
  ///
  /// - Parameter day: the day of publication; without one a row with limits decides nothing.
  package func grants(country: String, kind: KindCode, publishedOn day: CalendarDay?) -> Bool? {
    guard let found = rules["\(country) \(kind.text)"] else { return nil }
    guard let day else {
      return found.allSatisfy { $0.from == nil && $0.until == nil } ? found.first?.grants : nil
    }
    return found.first { rule in
      (rule.from.map { $0 <= day } ?? true) && (rule.until.map { day <= $0 } ?? true)
    }?.grants
  }
}
