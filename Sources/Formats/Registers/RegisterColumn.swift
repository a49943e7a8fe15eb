/// A column of a register with its two names and, for quantities, the units its header may state.
struct RegisterColumn: Sendable {
  /// A unit and what one of it comes to in the smallest unit that is kept.
  struct Unit: Hashable, Sendable {
    var names: [String]
    var factor: Int64
  }

  var chinese: String
  var english: String
  var isRequired: Bool
  /// The units that a header may state; empty for a column without units.
  var units: [Unit]
  /// The factor of a header that states no unit.
  var defaultFactor: Int64

  init(
    _ chinese: String, _ english: String, required: Bool = false, units: [Unit] = [],
    defaultFactor: Int64 = 1
  ) {
    self.chinese = chinese
    self.english = english
    isRequired = required
    self.units = units
    self.defaultFactor = defaultFactor
  }

  /// Whether a header names this column in Chinese, in English or in both; a unit may follow, in
  /// parentheses or not.
  func isNamed(by header: HeaderName) -> Bool {
    isName(header.folded) || unitBehindName(header.folded) != nil
  }

  /// What one of the header's unit comes to, or nil if it states a unit that is none of the column's.
  func factor(in header: HeaderName) -> Int64? {
    if units.isEmpty { return defaultFactor }
    if let unit = unitBehindName(header.folded) { return unit.factor }
    guard let remark = header.remark, !remark.isEmpty, !isName(remark) else { return defaultFactor }
    return units.first { $0.names.contains(remark) }?.factor
  }

  private func isName(_ folded: String) -> Bool {
    let english = HeaderName.fold(english)
    return folded == chinese || folded == english || folded == chinese + english
      || folded == english + chinese
  }

  /// The unit of `质押金额亿元` or `质押金额/亿元`.
  private func unitBehindName(_ folded: String) -> Unit? {
    guard !units.isEmpty else { return nil }
    for name in [chinese, HeaderName.fold(english)] where folded.hasPrefix(name) {
      let rest = folded.dropFirst(name.count).drop { "/:,".contains($0) }
      if let unit = units.first(where: { $0.names.contains(String(rest)) }) { return unit }
    }
    return nil
  }
}
