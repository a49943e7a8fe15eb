/// Where a record was read: the file, its member in a container, and the byte where it begins.
package struct Source: Hashable, Sendable {
  /// The path relative to the plan's root, or as given on the command line.
  package var file: String
  /// The path inside the container; nested containers are joined with `!`. Nil outside of one.
  package var member: String?
  /// The 0-based byte offset in the (inflated) member or file; in a table, the row, header = 1.
  package var offset: Int
  /// The record's own identifier, where it has one: a PRSID, a registration number, a file name.
  package var record: String?

  package init(file: String, member: String? = nil, offset: Int = 0, record: String? = nil) {
    self.file = file
    self.member = member
    self.offset = offset
    self.record = record
  }
}
