/// One fact that a judgement rests on, as published: which rule, where it was read, what it says.
package struct EvidenceItem: Hashable, Sendable {
  /// The rule's id, `sei-ipc/R018` or `pledge-financing`.
  package var rule: String
  /// The reference table and its edition, `sei-ipc 2021`.
  package var table: String?
  package var file: String?
  package var member: String?
  /// The record in the file: its number, or a table's row.
  package var record: String?
  /// The field that was read, `ipc`, `质押金额`.
  package var field: String?
  /// What the field says.
  package var value: String?
  /// ISO 8601.
  package var date: String?

  package init(
    rule: String, table: String? = nil, file: String? = nil, member: String? = nil,
    record: String? = nil, field: String? = nil, value: String? = nil, date: String? = nil
  ) {
    self.rule = rule
    self.table = table
    self.file = file
    self.member = member
    self.record = record
    self.field = field
    self.value = value
    self.date = date
  }
}
