import Records

/// The rows that lead from places of the IPC to industries of GB/T 4754.
///
/// The official table is 国际专利分类与国民经济行业分类参照关系表（2018）; what is shipped is an example in its
/// form. An office loads the official one as `tables: {gbt4754-ipc: path}` with the columns `ipc`,
/// `gbt4754` and `exact` (是 where the table marks full correspondence with `*`).
package struct IndustryReferences: Sendable {
  package struct Row: Hashable, Sendable {
    package let place: IPCPattern
    package let code: String
    /// 完全对应: every patent of the place belongs to the industry.
    package let isExact: Bool
  }

  package let rows: [Row]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "ipc", "gbt4754", "exact")
    var rows: [Row] = []
    for (index, row) in table.rows.enumerated() {
      // The printed table marks full correspondence at the code.
      let code = row[at[1]].hasSuffix("*") ? String(row[at[1]].dropLast()) : row[at[1]]
      guard let place = IPCPattern(row[at[0]]) else {
        throw table.invalid(
          row: index, column: "ipc", value: row[at[0]],
          expected: "an IPC place such as A01B*, G06F12* or G06F12/08")
      }
      guard (1...4).contains(code.utf8.count) else {
        throw table.invalid(
          row: index, column: "gbt4754", value: row[at[1]], expected: "a code of GB/T 4754")
      }
      guard ["是", "否", ""].contains(row[at[2]]) else {
        throw table.invalid(
          row: index, column: "exact", value: row[at[2]], expected: "是 or 否")
      }
      rows.append(
        Row(place: place, code: code, isExact: row[at[2]] == "是" || row[at[1]].hasSuffix("*")))
    }
    self.rows = rows
  }
}
