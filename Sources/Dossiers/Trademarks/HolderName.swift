/// The form in which holders' names are compared, and counted as one or several holders.
package enum HolderName {
  /// Without white space, full-width forms narrowed, letters in lower case.
  package static func key(_ name: String) -> String { PartyText.key(name) }
}
