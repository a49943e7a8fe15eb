/// One column of a published table, with all that a data dictionary says of it.
package struct DataColumn: Hashable, Sendable {
  /// What the values of a column are.
  package enum Kind: String, Hashable, Sendable {
    case text
    case integer
    case decimal
    /// ISO text, `2025-12-31`.
    case day
    case boolean
  }

  /// To whom a column may be given.
  package enum Disclosure: String, Hashable, Sendable {
    /// Derived by counting: may be published.
    case open
    /// As it was delivered under the office's data terms, which forbid passing it on.
    case office
  }

  /// The name for programs: lower-case ASCII letters, digits and `_`; unique in its table.
  package let name: String
  /// The heading for people, in Chinese.
  package let title: String
  package let kind: Kind
  /// `件`, `%`, `年`; nil for names and codes.
  package let unit: String?
  /// What the value means, where the heading does not say it.
  package let note: String?
  package let disclosure: Disclosure

  package init(
    _ name: String, _ title: String, _ kind: Kind, unit: String? = nil, note: String? = nil,
    disclosure: Disclosure = .open
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.unit = unit
    self.note = note
    self.disclosure = disclosure
  }
}
