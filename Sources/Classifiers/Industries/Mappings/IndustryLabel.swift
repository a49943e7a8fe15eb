/// One code of a classification.
package struct IndustryLabel: Hashable, Sendable {
  package let code: String
  /// In Chinese.
  package let name: String
  /// The code above it; nil at the top.
  package let parent: String?

  package init(code: String, name: String, parent: String? = nil) {
    self.code = code
    self.name = name
    self.parent = parent
  }
}
