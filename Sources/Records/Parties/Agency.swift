/// A patent agency (专利代理机构) with its five-digit code.
package struct Agency: Hashable, Sendable {
  package var name: String
  package var code: String?

  package init(name: String, code: String? = nil) {
    self.name = name
    self.code = code
  }
}
