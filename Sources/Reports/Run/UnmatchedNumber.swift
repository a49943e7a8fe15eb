/// A well-formed number of a register for which no publication was delivered.
package struct UnmatchedNumber: Hashable, Sendable {
  /// `pledges`, `awards`, …
  package var register: String
  package var number: String
  package var file: String
  /// The 1-based row, the header being row 1.
  package var row: Int

  package init(register: String, number: String, file: String, row: Int) {
    self.register = register
    self.number = number
    self.file = file
    self.row = row
  }
}
