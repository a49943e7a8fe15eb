/// Which of an office's own tables a file holds; the raw value begins the file's name.
package enum RegisterKind: String, CaseIterable, Sendable {
  case pledges
  case awards
  case families
  case population
  case industryDecisions = "sei-decisions"
  case marketEntities = "market-entities"
  case enterprises
  case annualFees = "annual-fees"
  case licences
  case protectedMarks = "protected-marks"
  case madrid
  case giProducts = "gi-products"
  case ownerDecisions = "owner-decisions"
  case indicators

  /// The id under which the register's rows are counted: that of its file names, but for the register
  /// of Madrid registrations, whose name is also that of WIPO's exchange format.
  package var formatID: String { self == .madrid ? "madrid-register" : rawValue }

  /// The register with the given ``formatID``, nil for any other format.
  package init?(formatID: String) {
    guard let kind = RegisterKind.allCases.first(where: { $0.formatID == formatID }) else {
      return nil
    }
    self = kind
  }
}
