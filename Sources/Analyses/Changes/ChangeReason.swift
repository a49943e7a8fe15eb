import Records

/// The cause of a change with what it rests on.
package struct ChangeReason: Hashable, Sendable {
  package var cause: ChangeCause
  /// The day the fact took effect; nil for what has no day, as the change of a table.
  package var day: CalendarDay?
  /// Whether the fact was already true at the earlier run's cut-off and only delivered since.
  package var isKnownLate: Bool
  package var fact: ChangeFact?
  /// What the cause itself does not say, in Chinese: the setting or table and both its values.
  package var detail: String?

  package init(
    _ cause: ChangeCause, day: CalendarDay? = nil, isKnownLate: Bool = false,
    fact: ChangeFact? = nil, detail: String? = nil
  ) {
    self.cause = cause
    self.day = day
    self.isKnownLate = isKnownLate
    self.fact = fact
    self.detail = detail
  }
}
