import Records

/// The cell that stops a row: what was found in it and what is expected.
struct CellFault: Error {
  var code: Reject.Code
  /// The column as the file's header names it.
  var column: String
  var problem: String
}
