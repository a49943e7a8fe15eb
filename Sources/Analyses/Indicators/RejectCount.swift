import Records

/// The number of open rejects of one code, with one of them as an example.
package struct RejectCount: Hashable, Sendable {
  package var count: Int
  /// The first in the order of `rejects.ndjson`.
  package var example: Reject

  package init(count: Int, example: Reject) {
    self.count = count
    self.example = example
  }

  package var code: Reject.Code { example.code }
}
