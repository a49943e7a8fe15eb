/// The decision that two names mean one owner (权利人归并).
package struct OwnerDecisionRow: Hashable, Sendable {
  package var source: Source
  package var name: String
  /// The name that stands for both.
  package var canonical: String
  package var reason: String?
  package var decidedBy: String?
  package var decidedOn: CalendarDay?

  package init(
    source: Source, name: String, canonical: String, reason: String? = nil,
    decidedBy: String? = nil, decidedOn: CalendarDay? = nil
  ) {
    self.source = source
    self.name = name
    self.canonical = canonical
    self.reason = reason
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
  }
}
