/// One trademark in one class on a list of marks under protection (重点商标保护名录).
package struct ProtectedMarkRow: Hashable, Sendable {
  package var source: Source
  package var mark: String
  package var niceClass: NiceClass
  package var registrationNumber: String?
  /// 驰名商标, 地理标志商标, 老字号, … as delivered.
  package var list: String?
  package var owner: String?

  package init(
    source: Source, mark: String, niceClass: NiceClass, registrationNumber: String? = nil,
    list: String? = nil, owner: String? = nil
  ) {
    self.source = source
    self.mark = mark
    self.niceClass = niceClass
    self.registrationNumber = registrationNumber
    self.list = list
    self.owner = owner
  }
}
