import Records

/// A published figure that a patent belongs to or not: the base set, the count, one criterion, one
/// county.
package enum ChangeFigure: Hashable, Sendable {
  /// Valid inventions of the region.
  case base
  /// Patents that meet a criterion or more: what the indicator counts.
  case highValue
  /// Patents of the base set that meet the criterion.
  case criterion(HighValueCriterion)
  /// High-value patents counted under the code.
  case county(RegionCode)

  /// The name in published files: `base`, `high-value`, a criterion's id, or a county's code.
  package var id: String {
    switch self {
    case .base: "base"
    case .highValue: "high-value"
    case .criterion(let criterion): criterion.id
    case .county(let code): code.text
    }
  }

  package init?(id: String) {
    if id == "base" {
      self = .base
    } else if id == "high-value" {
      self = .highValue
    } else if let criterion = HighValueCriterion(rawValue: id) {
      self = .criterion(criterion)
    } else if let code = RegionCode(id) {
      self = .county(code)
    } else {
      return nil
    }
  }
}
