import Dossiers
import Records

/// What the criteria need beside the patent: the day, the calibre, tables and what was loaded.
package struct JudgementContext: Sendable {
  package var cutOff: CalendarDay
  package var calibre: Calibre
  /// The tables of 战略性新兴产业; nil where none was loaded.
  package var industries: IndustryTables?
  /// The registers that were loaded, by file name prefix: `pledges`, `awards`, `families`.
  package var loadedRegisters: Set<String>
  /// Whether a patent without a family row is known to have no family.
  package var familiesComplete: Bool
  /// All pledge contracts of the register by normal registration number.
  package var contracts: [String: PledgeContract]

  package init(
    cutOff: CalendarDay, calibre: Calibre = Calibre(), industries: IndustryTables? = nil,
    loadedRegisters: Set<String> = [], familiesComplete: Bool = false,
    contracts: [String: PledgeContract] = [:]
  ) {
    self.cutOff = cutOff
    self.calibre = calibre
    self.industries = industries
    self.loadedRegisters = loadedRegisters
    self.familiesComplete = familiesComplete
    self.contracts = contracts
  }
}
