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

  /// Whether a header's name, folded, is this column's in Chinese, in English or in both.
  func isNamed(_ folded: String) -> Bool {
    let english = HeaderName.fold(english)
    return folded == chinese || folded == english || folded == chinese + english
      || folded == english + chinese
  }
}
