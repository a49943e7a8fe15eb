/// How the records of one file stand against all other deliveries.
///
/// Invariant: records = loaded + stubbed + superseded + duplicate + rejected.
package struct SettledFile: Hashable, Sendable {
  package var superseded = 0
  package var duplicate = 0
  /// Stubs that were neither superseded nor duplicate.
  package var stubbed = 0
  package var loaded = 0

  mutating func add(_ other: SettledFile) {
    superseded += other.superseded
    duplicate += other.duplicate
    stubbed += other.stubbed
    loaded += other.loaded
  }
}
