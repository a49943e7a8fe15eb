extension St96Trademark {
  static func partyPaths(_ party: String, _ role: TrademarkField) -> [FieldMap.Path] {
    let name = "\(party)/Contact/Name"
    let postal = "\(party)/Contact/PostalAddressBag/PostalAddress"
    let address = "\(postal)/PostalStructuredAddress"
    var paths: [FieldMap.Path] = [
      .begin(party, role),
      .attribute("\(name)/EntityName/@languageCode", TrademarkField.nameLanguage),
      .text("\(name)/EntityName", TrademarkField.entity),
      .text("\(name)/OrganizationName/OrganizationStandardName", TrademarkField.organisation),
      .text("\(name)/PersonName/PersonFullName", TrademarkField.lastName),
      .text("\(address)/CountryCode", TrademarkField.addressCountry),
      .text("\(address)/GeographicRegionName", TrademarkField.addressState),
      .attribute("\(postal)/PostalAddressText/@languageCode", TrademarkField.addressLanguage),
      .text("\(postal)/PostalAddressText", TrademarkField.addressLine),
    ]
    if role == .holder {
      paths.append(.attribute("\(party)/@sequenceNumber", TrademarkField.partyStage))
    }
    for part in ["AddressLineText", "CityName", "PostalCode"] {
      paths.append(.text("\(address)/\(part)", TrademarkField.addressPart))
    }
    return paths
  }
}
