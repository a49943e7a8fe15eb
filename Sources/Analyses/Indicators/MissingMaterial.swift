/// A piece of evidence that is absent, with the number of patents that wait for it.
package struct MissingMaterial: Hashable, Sendable {
  /// What is missing, in Chinese, as the page prints it: `缺质押合同金额`.
  package var reason: String
  package var count: Int

  package init(reason: String, count: Int) {
    self.reason = reason
    self.count = count
  }
}
