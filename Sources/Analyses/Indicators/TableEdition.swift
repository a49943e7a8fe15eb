import Records

/// The edition of a reference table that a result rests on.
package struct TableEdition: Hashable, Sendable {
  package var id: String
  package var edition: String
  package var digest: ContentDigest
  /// The table's published title, where known.
  package var title: String?
  /// How far the table has been checked, in Chinese; nil where nothing says so, as with an office's
  /// own edition.
  package var checked: String?

  package init(
    id: String, edition: String, digest: ContentDigest, title: String? = nil,
    checked: String? = nil
  ) {
    self.id = id
    self.edition = edition
    self.digest = digest
    self.title = title
    self.checked = checked
  }
}
