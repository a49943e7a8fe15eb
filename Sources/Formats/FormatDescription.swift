/// What `ipatlas formats` prints of a format.
package struct FormatDescription: Hashable, Sendable {
  package var id: String
  /// The Chinese name.
  package var name: String
  /// The root elements by which documents are recognised, by `, `; `CSV` for tables.
  package var root: String
  /// What was read from real files (Chinese, for analysts).
  package var verifiedOnData: String
  /// What rests on schemas and descriptions alone.
  package var verifiedOnSchemaOnly: String

  package init(
    id: String, name: String, root: String, verifiedOnData: String, verifiedOnSchemaOnly: String
  ) {
    self.id = id
    self.name = name
    self.root = root
    self.verifiedOnData = verifiedOnData
    self.verifiedOnSchemaOnly = verifiedOnSchemaOnly
  }
}
