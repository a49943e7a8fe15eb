import Records

/// The day for which a state is assembled and the readings of the rules that a plan chooses.
package struct AssemblySettings: Sendable {
  /// Which date of an event decides whether it has happened at the cut-off (`calibre.events`).
  package enum EventDate: String, Sendable, CaseIterable {
    /// The day it takes effect, even when it was published later.
    case effective
    /// The day it was published.
    case published
  }

  /// From when the restoration of a right (RR01) has effect (`calibre.restoration`).
  package enum Restoration: String, Sendable, CaseIterable {
    /// From its publication: between its end and that day the right is out of force.
    case fromPublication = "from-publication"
    /// As if the right had never ended, so also for a cut-off before the restoration's publication.
    case retroactive
  }

  /// What is known of legal status at all.
  package enum LegalStatus: Hashable, Sendable {
    /// No legal-status file was read: nothing is known to be in force.
    case none
    /// Files were read, complete for what happened from the given day on, where it is known.
    case read(completeFrom: CalendarDay?)
  }

  package var cutOff: CalendarDay
  package var eventDate: EventDate
  package var restoration: Restoration
  package var legalStatus: LegalStatus
  /// The filing date that a parent application has in its own records; nil where it is in none.
  package var parentFilingDate: @Sendable (ApplicationNumber) -> CalendarDay?
  /// The class the table of legal events gives, by code or name; nil where it decides nothing.
  package var classify: @Sendable (LegalEvent) -> LegalEventClass?
  /// The edition of that table, for evidence.
  package var eventTable: TableReference?

  package init(
    cutOff: CalendarDay, eventDate: EventDate = .effective,
    restoration: Restoration = .fromPublication, legalStatus: LegalStatus,
    parentFilingDate: @escaping @Sendable (ApplicationNumber) -> CalendarDay? = { _ in nil },
    classify: @escaping @Sendable (LegalEvent) -> LegalEventClass? = { $0.eventClass },
    eventTable: TableReference? = nil
  ) {
    self.cutOff = cutOff
    self.eventDate = eventDate
    self.restoration = restoration
    self.legalStatus = legalStatus
    self.parentFilingDate = parentFilingDate
    self.classify = classify
    self.eventTable = eventTable
  }
}
