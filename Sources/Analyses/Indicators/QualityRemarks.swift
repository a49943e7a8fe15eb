/// Peculiarities of the data that change no count by themselves but that a reader must know.
package struct QualityRemarks: Hashable, Sendable {
  /// IPC texts that are no symbol; they match nothing.
  package var malformedSymbols: Int
  /// Legal events that the table of legal events does not know.
  package var unclassifiedEvents: [UnclassifiedEvent]
  /// Well-formed numbers of the office's registers for which no publication was delivered.
  package var unmatchedNumbers: Int
  /// Files whose records count although they are no longer among the plan's inputs.
  package var absentFiles: Int
  /// Paths of registers that could not be read as they lie there now, whose last readable version
  /// counts, in the order of paths.
  package var keptRegisters: [String]
  /// Members of families of which the register and worldwide data say different things.
  package var familyDisagreements: Int

  package init(
    malformedSymbols: Int = 0, unclassifiedEvents: [UnclassifiedEvent] = [],
    unmatchedNumbers: Int = 0, absentFiles: Int = 0, keptRegisters: [String] = [],
    familyDisagreements: Int = 0
  ) {
    self.malformedSymbols = malformedSymbols
    self.unclassifiedEvents = unclassifiedEvents
    self.unmatchedNumbers = unmatchedNumbers
    self.absentFiles = absentFiles
    self.keptRegisters = keptRegisters
    self.familyDisagreements = familyDisagreements
  }
}
