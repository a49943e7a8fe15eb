/// A kind of legal event that no table knows, with the number of events of this kind.
package struct UnclassifiedEvent: Hashable, Sendable {
  package var code: String?
  package var name: String?
  package var count: Int

  package init(code: String?, name: String?, count: Int) {
    self.code = code
    self.name = name
    self.count = count
  }
}
