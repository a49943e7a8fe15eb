import Records

/// Why a document cannot be read, and at which byte of the parsed range.
struct XMLFault: Error {
  var code: Reject.Code
  var reason: String
  /// 0-based, relative to the first parsed byte.
  var position: Int
}
