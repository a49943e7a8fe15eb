import Records

/// Something odd in the records that did not stop a state from being assembled.
package struct QualityRemark: Hashable, Sendable {
  /// The stable name, for counts: `unmatched-owner`.
  package var id: String
  /// What is odd, in Chinese, for reports.
  package var text: String
  package var source: Source?

  package init(id: String, text: String, source: Source? = nil) {
    self.id = id
    self.text = text
    self.source = source
  }
}
