import Records

/// An administrative division of today, or a park with a statistical code of its own.
package struct Division: Hashable, Sendable {
  package let code: RegionCode
  package let name: String
  /// The kind as published: 省, 地级市, 市辖区, 县, 县级市, 统计用区划 …
  package let kind: String
  /// 1 province, 2 prefecture, 3 county.
  package let level: Int
  package let parent: RegionCode?
}

/// A name that a code had in revisions of GB/T 2260, or a spelling met in addresses.
package struct FormerDivision: Hashable, Sendable {
  package let code: RegionCode
  package let name: String
  /// The first and last revision with the name, `198012`; nil for a mere spelling.
  package let firstRevision: String?
  package let lastRevision: String?
  /// Today's code of the place; nil where it was split or the successor is not certain.
  package let today: RegionCode?
}

/// The divisions of today and the former names of the province.
package struct Divisions: Sendable {
  /// In the order of the codes.
  package let all: [Division]
  package let former: [FormerDivision]
  private let positions: [RegionCode: Int]

  /// - Parameters:
  ///   - table: `cn-divisions`.
  ///   - history: `anhui-divisions-history`.
  package init(
    _ table: ReferenceTable, history: ReferenceTable? = nil
  ) throws(ReferenceTableError) {
    let at = try table.positions(of: "code", "name", "type", "level", "parent")
    var all: [Division] = []
    var seen: Set<RegionCode> = []
    for (index, row) in table.rows.enumerated() {
      let code = try table.region(row[at[0]], row: index, column: "code")
      guard let level = Int(row[at[3]]), (1...3).contains(level) else {
        throw table.invalid(row: index, column: "level", value: row[at[3]], expected: "1, 2 or 3")
      }
      guard seen.insert(code).inserted else { throw table.duplicate(row: index, key: code.text) }
      let parent =
        row[at[4]].isEmpty ? nil : try table.region(row[at[4]], row: index, column: "parent")
      all.append(
        Division(code: code, name: row[at[1]], kind: row[at[2]], level: level, parent: parent))
    }
    all.sort { $0.code < $1.code }
    var positions: [RegionCode: Int] = [:]
    for (index, division) in all.enumerated() { positions[division.code] = index }
    self.all = all
    self.positions = positions
    former = try history.map(Divisions.former) ?? []
  }

  package subscript(code: RegionCode) -> Division? { positions[code].map { all[$0] } }

  /// The divisions right below the given one, parks included, in the order of the codes.
  package func children(of code: RegionCode) -> [Division] { all.filter { $0.parent == code } }

  /// Today's code of a place that an old or a new code names.
  ///
  /// The name tells apart places that used one code at different times. Nil when the place was split,
  /// is not known, or several places had the code and no name is given.
  package func today(of code: RegionCode, name: String? = nil) -> RegionCode? {
    if let division = self[code], name == nil || name == division.name { return code }
    let candidates = Set(
      former.lazy.filter { $0.code == code && (name == nil || $0.name == name) }.map(\.today))
    return candidates.count == 1 ? candidates.first ?? nil : nil
  }

  private static func former(
    _ table: ReferenceTable
  ) throws(ReferenceTableError) -> [FormerDivision] {
    let at = try table.positions(of: "code", "name", "first_revision", "last_revision", "today")
    var result: [FormerDivision] = []
    for (index, row) in table.rows.enumerated() {
      let today =
        row[at[4]].isEmpty ? nil : try table.region(row[at[4]], row: index, column: "today")
      result.append(
        FormerDivision(
          code: try table.region(row[at[0]], row: index, column: "code"), name: row[at[1]],
          firstRevision: row[at[2]].isEmpty ? nil : row[at[2]],
          lastRevision: row[at[3]].isEmpty ? nil : row[at[3]], today: today))
    }
    return result
  }
}

extension ReferenceTable {
  func region(_ cell: String, row: Int, column: String) throws(ReferenceTableError) -> RegionCode {
    guard let code = RegionCode(cell), code.text == cell else {
      throw invalid(row: row, column: column, value: cell, expected: "a six-digit division code")
    }
    return code
  }
}
