import Records

/// The form in which holders' names are compared, and counted as one or several holders.
package enum HolderName {
  /// Without white space, full-width forms narrowed, letters in lower case.
  package static func key(_ name: String) -> String { PartyText.key(name) }

  /// The names that an office has decided to be another's, both as they are compared; of two decisions
  /// on one name the last holds.
  package static func owners(by decisions: [OwnerDecisionRow]) -> [String: String] {
    Dictionary(
      decisions.map { (key($0.name), key($0.canonical)) }, uniquingKeysWith: { _, last in last })
  }
}
