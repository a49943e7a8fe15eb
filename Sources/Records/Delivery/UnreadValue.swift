/// A value that a record gives and that could not be read as what its field holds; the record is kept
/// without it, and the value is kept beside.
package struct UnreadValue: Hashable, Sendable {
  /// The record's own name of the field, `parent_application_no`.
  package var field: String
  /// As delivered.
  package var text: String

  package init(field: String, text: String) {
    self.field = field
    self.text = text
  }
}
