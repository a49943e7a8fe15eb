import Records

/// One input file as a run read it.
///
/// Invariant: records = loaded + stubbed + superseded + duplicate + rejected.
package struct InputFileRecord: Hashable, Sendable {
  /// Relative to the plan's root.
  package var path: String
  package var digest: ContentDigest
  package var bytes: Int
  package var format: String
  package var records: Int
  package var loaded: Int
  /// Records of other places, kept without their text.
  package var stubbed: Int
  package var superseded: Int
  package var duplicate: Int
  package var rejected: Int

  package init(
    path: String, digest: ContentDigest, bytes: Int, format: String, records: Int, loaded: Int,
    stubbed: Int = 0, superseded: Int = 0, duplicate: Int = 0, rejected: Int = 0
  ) {
    self.path = path
    self.digest = digest
    self.bytes = bytes
    self.format = format
    self.records = records
    self.loaded = loaded
    self.stubbed = stubbed
    self.superseded = superseded
    self.duplicate = duplicate
    self.rejected = rejected
  }

  package var balances: Bool {
    min(loaded, stubbed, superseded, duplicate, rejected) >= 0
      && records == loaded + stubbed + superseded + duplicate + rejected
  }
}
