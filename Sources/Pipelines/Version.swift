/// The versions that decide whether work must be done again.
package enum Version {
  /// The tool's version; part of every run's identity.
  package static let tool = "0.1.0"
  /// The readers' version: a file read by another one is read again. Raise it with every change of
  /// what a reader gives for the same bytes.
  package static let readers = "2"
}
