/// The categories of 知识产权(专利)密集型产业 and the industries of GB/T 4754 that belong to each.
///
/// Source: 知识产权（专利）密集型产业统计分类（2019）, 国家统计局. The codes that are shipped are an example; an
/// office loads the 188 official ones as `tables: {patent-intensive: path}`.
package struct PatentIntensiveCategories: Sendable {
  package struct Category: Hashable, Sendable {
    package let code: String
    package let name: String
    /// Codes of GB/T 4754; a code of fewer than four digits stands for all below it.
    package let industries: [String]
  }

  package let categories: [Category]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "category", "name", "gbt4754")
    var order: [String] = []
    var names: [String: String] = [:]
    var industries: [String: [String]] = [:]
    for (index, row) in table.rows.enumerated() {
      let code = row[at[0]]
      guard !row[at[2]].isEmpty, row[at[2]].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw table.invalid(
          row: index, column: "gbt4754", value: row[at[2]], expected: "a code of digits")
      }
      if names[code] == nil { order.append(code) }
      names[code] = row[at[1]]
      industries[code, default: []].append(row[at[2]])
    }
    categories = order.map {
      Category(code: $0, name: names[$0] ?? $0, industries: industries[$0] ?? [])
    }
  }
}
