/// The tables of register rows; the raw value is the table's name.
package enum RegisterTable: String, CaseIterable, Sendable {
  case pledge
  case award
  case familyMember = "family_member"
  case population
  case industryDecision = "industry_decision"
  case marketEntities = "market_entities"
  case enterprise
  case annualFee = "annual_fee"
  case licence
  case protectedMark = "protected_mark"
  case madrid
  case giProduct = "gi_product"
  case ownerDecision = "owner_decision"
  case indicator

  /// The register whose rows the table holds, by the id that its files begin with.
  package var registerID: String {
    switch self {
    case .pledge: "pledges"
    case .award: "awards"
    case .familyMember: "families"
    case .population: "population"
    case .industryDecision: "sei-decisions"
    case .marketEntities: "market-entities"
    case .enterprise: "enterprises"
    case .annualFee: "annual-fees"
    case .licence: "licences"
    case .protectedMark: "protected-marks"
    case .madrid: "madrid-register"
    case .giProduct: "gi-products"
    case .ownerDecision: "owner-decisions"
    case .indicator: "indicators"
    }
  }
}
