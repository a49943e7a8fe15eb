import Records

/// One of WIPO's 35 fields of technology.
package struct TechnologyField: Hashable, Sendable {
  /// 1 to 35.
  package let number: Int
  package let sector: String
  package let name: String
  package let includes: [IPCPattern]
  package let excludes: [IPCPattern]
  /// A document that also has one of these places is not of the field.
  package let notBeside: [IPCPattern]
}

/// WIPO's fields of technology and the places of the IPC that belong to them.
///
/// Source: U. Schmoch, Concept of a Technology Classification for Country Comparisons, WIPO 2008, table 2;
/// places that the IPC gained since then are in a column of their own (`ipc_added`).
package struct TechnologyFields: Sendable {
  package let fields: [TechnologyField]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(
      of: "field", "sector_name", "name", "ipc_include", "ipc_exclude", "ipc_added", "not_beside")
    var fields: [TechnologyField] = []
    var seen: Set<Int> = []
    for (index, row) in table.rows.enumerated() {
      guard let number = Int(row[at[0]]), number > 0 else {
        throw table.invalid(
          row: index, column: "field", value: row[at[0]], expected: "a field's number")
      }
      guard seen.insert(number).inserted else {
        throw table.duplicate(row: index, key: row[at[0]])
      }
      fields.append(
        TechnologyField(
          number: number, sector: row[at[1]], name: row[at[2]],
          includes: try table.patterns(row[at[3]], row: index, column: "ipc_include")
            + table.patterns(row[at[5]], row: index, column: "ipc_added"),
          excludes: try table.patterns(row[at[4]], row: index, column: "ipc_exclude"),
          notBeside: try table.patterns(row[at[6]], row: index, column: "not_beside")))
    }
    self.fields = fields
  }
}
