import Records

/// One published file of a run.
package struct OutputFileRecord: Hashable, Sendable {
  /// Relative to the run's folder.
  package var path: String
  package var digest: ContentDigest
  package var bytes: Int

  package init(path: String, digest: ContentDigest, bytes: Int) {
    self.path = path
    self.digest = digest
    self.bytes = bytes
  }
}
