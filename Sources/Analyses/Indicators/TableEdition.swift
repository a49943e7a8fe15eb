import Records

/// The edition of a reference table that a result rests on.
package struct TableEdition: Hashable, Sendable {
  package var id: String
  package var edition: String
  package var digest: ContentDigest
  /// The table's published title, where known.
  package var title: String?

  package init(id: String, edition: String, digest: ContentDigest, title: String? = nil) {
    self.id = id
    self.edition = edition
    self.digest = digest
    self.title = title
  }
}
