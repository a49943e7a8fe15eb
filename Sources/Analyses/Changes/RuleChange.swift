/// A setting, table or version that differs between two runs.
package struct RuleChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case plan
    case table
    case tool
  }

  package var kind: Kind
  /// The plan's key, `calibre.award.levels`; the table's id; `ipatlas`.
  package var name: String
  /// Nil where there was none.
  package var before: String?
  package var after: String?

  package init(_ kind: Kind, _ name: String, before: String?, after: String?) {
    self.kind = kind
    self.name = name
    self.before = before
    self.after = after
  }
}
