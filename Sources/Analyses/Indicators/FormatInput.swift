import Records

/// What was read of one format, over all runs that the store has seen.
package struct FormatInput: Hashable, Sendable {
  /// The id of the format or register: `cnipa`, `cnipa-prs`, `pledges`.
  package var format: String
  package var files: Int
  package var records: Int
  /// The newest day the deliveries were produced or speak of; nil where they name none.
  package var newestDay: CalendarDay?
  /// Whether its records are legal events; else they are documents or rows of a register.
  package var hasLegalStatus: Bool
  /// What of the format rests on its schema alone, in Chinese; nil for registers.
  package var unverified: String?

  package init(
    format: String, files: Int, records: Int, newestDay: CalendarDay? = nil,
    hasLegalStatus: Bool = false, unverified: String? = nil
  ) {
    self.format = format
    self.files = files
    self.records = records
    self.newestDay = newestDay
    self.hasLegalStatus = hasLegalStatus
    self.unverified = unverified
  }
}
