import Records

/// One party as a record names it.
package struct OwnerMention: Hashable, Sendable {
  package var name: String
  /// WIPO ST.3 code; nil = not given.
  package var country: String?
  /// The division of its address; nil where it does not resolve.
  package var place: RegionCode?
  /// The number of the right it was met in.
  package var right: Int

  package init(name: String, country: String? = nil, place: RegionCode? = nil, right: Int) {
    self.name = name
    self.country = country
    self.place = place
    self.right = right
  }
}

/// A change of name that a legal event tells (CP01, CP03).
package struct OwnerRenaming: Hashable, Sendable {
  package var from: String
  package var to: String
  /// Code, application number and day of the event.
  package var evidence: String

  package init(from: String, to: String, evidence: String) {
    self.from = from
    self.to = to
    self.evidence = evidence
  }
}
