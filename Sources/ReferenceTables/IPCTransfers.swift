import Records

/// One old place of the IPC and the places that its subject matter went to.
package struct IPCTransfer: Hashable, Sendable {
  package let from: IPCPattern
  package let to: [IPCPattern]
  /// The version of the IPC that has the new places, `2022.01`.
  package let version: String
  /// How far the row has been verified, in the table's own words.
  package let status: String
}

/// The changes of place between editions of the IPC, for tables that speak an older one.
///
/// An old symbol goes where the narrowest row holding it says: H01L27/14 has a row of its own, so the
/// row of H01L27* does not speak for it.
package struct IPCTransfers: Sendable {
  package let rows: [IPCTransfer]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "from_first", "from_last", "to", "ipc_version", "status")
    var rows: [IPCTransfer] = []
    for (index, row) in table.rows.enumerated() {
      let first = row[at[0]]
      let last = row[at[1]]
      guard let from = last.isEmpty ? IPCPattern(first) : IPCPattern(from: first, to: last) else {
        throw table.invalid(
          row: index, column: "from_first", value: last.isEmpty ? first : "\(first) to \(last)",
          expected: "an IPC place, or with from_last the first of a range of full symbols")
      }
      let to = try table.patterns(row[at[2]], row: index, column: "to")
      guard !to.isEmpty else {
        throw table.invalid(row: index, column: "to", value: "", expected: "a list of IPC places")
      }
      rows.append(IPCTransfer(from: from, to: to, version: row[at[3]], status: row[at[4]]))
    }
    self.rows = rows
  }

  /// The rows that lead from the given edition of the IPC to later ones.
  package func rows(after version: String) -> [IPCTransfer] {
    rows.filter { $0.version > version }
  }
}
