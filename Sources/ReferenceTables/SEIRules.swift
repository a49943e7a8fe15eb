import Records

/// One row of the 战略性新兴产业分类与国际专利分类参照关系表: IPC places of an industry, with a condition.
package struct SEIRule: Hashable, Sendable {
  /// What the condition's words are for.
  package enum KeywordKind: String, Sendable, CaseIterable {
    /// The IPC place alone suffices.
    case none
    /// The text must also speak of one of the products named.
    case positive
    /// The text must not speak of what the condition excludes.
    case negative
    /// The text must speak of the topic named.
    case generic
  }

  /// Our number of the row, `R001`; it does not stand in the document.
  package let id: String
  /// The two-level code, `1.1`.
  package let code: String
  package let name: String
  /// The industry's code, `1`.
  package let bigCode: String
  package let bigName: String
  package let includes: [IPCPattern]
  package let excludes: [IPCPattern]
  /// The condition as printed; nil when there is none.
  package let condition: String?
  package let keywordKind: KeywordKind

  /// The first token that holds the symbol, if none of the excluded ones does.
  package func token(for symbol: IPCSymbol) -> IPCPattern? {
    guard let token = includes.first(where: { $0.contains(symbol) }),
      !excludes.contains(where: { $0.contains(symbol) })
    else { return nil }
    return token
  }
}

/// The rules of the table, in its order.
///
/// Source: 战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）, 国知办函规字〔2021〕121号.
package struct SEIRules: Sendable {
  package let rules: [SEIRule]
  /// The edition of the IPC that the rules speak. The 2021 table knows G06F40 (2020.01) and still
  /// uses A61B5/0476 (replaced in 2021.01), hence 2020.01 where a table does not say.
  package let ipcVersion: String

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(
      of: "rule", "sei_big", "sei_big_name", "sei_code", "sei_name", "ipc_include", "ipc_exclude",
      "keyword_condition", "keyword_kind")
    var rules: [SEIRule] = []
    var seen: Set<String> = []
    for (index, row) in table.rows.enumerated() {
      guard seen.insert(row[at[0]]).inserted else {
        throw table.duplicate(row: index, key: row[at[0]])
      }
      guard let kind = SEIRule.KeywordKind(rawValue: row[at[8]]) else {
        throw table.invalid(
          row: index, column: "keyword_kind", value: row[at[8]],
          expected: "one of \(SEIRule.KeywordKind.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      let includes = try table.patterns(row[at[5]], row: index, column: "ipc_include")
      guard !includes.isEmpty else {
        throw table.invalid(
          row: index, column: "ipc_include", value: "", expected: "a list of IPC places")
      }
      rules.append(
        SEIRule(
          id: row[at[0]], code: row[at[3]], name: row[at[4]], bigCode: row[at[1]],
          bigName: row[at[2]], includes: includes,
          excludes: try table.patterns(row[at[6]], row: index, column: "ipc_exclude"),
          condition: row[at[7]].isEmpty ? nil : row[at[7]], keywordKind: kind))
    }
    self.rules = rules
    ipcVersion = table.description.ipc ?? "2020.01"
  }

  package subscript(id: String) -> SEIRule? { rules.first { $0.id == id } }
}

extension ReferenceTable {
  /// Reads the tokens of a cell, separated by spaces.
  func patterns(
    _ cell: String, row: Int, column: String
  ) throws(ReferenceTableError) -> [IPCPattern] {
    var result: [IPCPattern] = []
    for token in cell.split(separator: " ") {
      guard let pattern = IPCPattern(token) else {
        throw invalid(
          row: row, column: column, value: String(token),
          expected: "an IPC place such as A01B*, G06F12* or G06F12/08")
      }
      result.append(pattern)
    }
    return result
  }
}
