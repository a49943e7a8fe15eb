/// The fact that a change rests on, as published evidence gives it.
package struct ChangeFact: Hashable, Sendable {
  package var rule: String
  package var table: String?
  package var file: String?
  package var member: String?
  package var record: String?
  package var field: String?
  package var value: String?

  package init(
    rule: String, table: String? = nil, file: String? = nil, member: String? = nil,
    record: String? = nil, field: String? = nil, value: String? = nil
  ) {
    self.rule = rule
    self.table = table
    self.file = file
    self.member = member
    self.record = record
    self.field = field
    self.value = value
  }
}
