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
}
