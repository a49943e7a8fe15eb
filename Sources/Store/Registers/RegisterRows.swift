import Records

/// What the registers behind indicator 1 hold of one application, each in the order of path and row.
package struct RegisterRows: Sendable {
  package var pledges: [PledgeRow] = []
  package var awards: [AwardRow] = []
  package var families: [FamilyRow] = []
  package var decisions: [IndustryDecisionRow] = []

  package init() {}

  /// The ids of the registers that have a row of the application.
  package var registers: Set<String> {
    var found: Set<String> = []
    if !pledges.isEmpty { found.insert(PledgeRow.table.registerID) }
    if !awards.isEmpty { found.insert(AwardRow.table.registerID) }
    if !families.isEmpty { found.insert(FamilyRow.table.registerID) }
    if !decisions.isEmpty { found.insert(IndustryDecisionRow.table.registerID) }
    return found
  }
}

/// A row of a register that names a patent of which nothing else was delivered.
package struct UnmatchedRow: Hashable, Sendable {
  package var register: String
  /// The application's number, or the publication's with country and kind.
  package var number: String
  package var source: Source
}
