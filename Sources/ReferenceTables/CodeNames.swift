/// The names of a classification's codes with the code above each, in the table's order.
///
/// Serves every table of the shape code, name, parent: the tree of GB/T 4754 and the titles of the IPC.
package struct CodeNames: Sendable {
  package struct Entry: Hashable, Sendable {
    package let code: String
    package let name: String
    /// Nil at the top.
    package let parent: String?
  }

  package let entries: [Entry]
  private let positions: [String: Int]

  /// - Parameters: the names of the columns.
  package init(
    _ table: ReferenceTable, code: String, name: String, parent: String
  ) throws(ReferenceTableError) {
    let at = try table.positions(of: code, name, parent)
    var entries: [Entry] = []
    var positions: [String: Int] = [:]
    for (index, row) in table.rows.enumerated() {
      guard positions.updateValue(index, forKey: row[at[0]]) == nil else {
        throw table.duplicate(row: index, key: row[at[0]])
      }
      entries.append(
        Entry(code: row[at[0]], name: row[at[1]], parent: row[at[2]].isEmpty ? nil : row[at[2]]))
    }
    for (index, entry) in entries.enumerated() {
      if let parent = entry.parent, positions[parent] == nil {
        throw table.invalid(
          row: index, column: at[2] < table.columns.count ? table.columns[at[2]] : "parent",
          value: parent, expected: "a code of the table")
      }
    }
    self.entries = entries
    self.positions = positions
  }

  package subscript(code: String) -> Entry? { positions[code].map { entries[$0] } }

  package func name(of code: String) -> String? { self[code]?.name }
}
