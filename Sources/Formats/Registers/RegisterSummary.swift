/// What reading one register came to: rows = accepted + rejected.
package struct RegisterSummary: Hashable, Sendable {
  /// A column that no reader asks for.
  package struct UnknownColumn: Hashable, Sendable {
    /// The name as the header gives it; `column 5` where the header has none.
    package var name: String
    /// How many rows have a value in it.
    package var filledCells: Int
  }

  package var kind: RegisterKind
  /// Rows below the header that are not blank.
  package var rows = 0
  /// Rows given as records.
  package var accepted = 0
  /// Rows rejected one by one; a file rejected as a whole has no rows.
  package var rejected = 0
  /// Unknown columns in the header's order. They never stop a row.
  package var unknownColumns: [UnknownColumn] = []

  package init(kind: RegisterKind) { self.kind = kind }
}
