extension St66 {
  /// - Parameters:
  ///   - details: the path of what the parties stand in.
  ///   - element: the name of one party, which also begins the names of its parts.
  static func partyPaths(
    _ details: String, _ element: String, _ role: TrademarkField
  ) -> [FieldMap.Path] {
    let party = "\(details)/\(element)"
    let contact = "\(party)/\(element)AddressBook/FormattedNameAddress"
    let lines = "\(contact)/Name/FreeFormatName/FreeFormatNameDetails/FreeFormatNameLine"
    let free = "\(contact)/Address/FreeFormatAddress/FreeFormatAddressLine"
    var paths: [FieldMap.Path] = [
      .begin(party, role),
      .attribute("\(party)/@operationCode", TrademarkField.partyOperation),
      .text("\(party)/\(element)Identifier", TrademarkField.partyIdentifier),
      .text("\(party)/ApplicantExt/PartyTypeCode", TrademarkField.partyStage),
      .attribute("\(lines)/@languageCode", TrademarkField.nameLanguage),
      .text(lines, TrademarkField.nameLine),
      .attribute("\(free)/@languageCode", TrademarkField.addressLanguage),
      .text(free, TrademarkField.addressLine),
      .text("\(contact)/Address/AddressCountryCode", TrademarkField.addressCountry),
      .text("\(party)/Name", TrademarkField.entity),
    ]
    if role == .holder {
      paths.append(.text("\(details)/ApplicantKey/Identifier", TrademarkField.holderIdentifier))
    }
    for (name, field) in [
      ("OrganizationName", TrademarkField.organisation), ("FirstName", .firstName),
      ("MiddleName", .middleName), ("LastName", .lastName), ("SecondLastName", .lastName),
    ] {
      paths.append(.text("\(contact)/Name/FormattedName/\(name)", field))
    }
    let address = "\(contact)/Address/FormattedAddress"
    for name in ["Line", "Room", "Building", "Street", "City", "County", "Postcode"] {
      paths.append(.text("\(address)/Address\(name)", TrademarkField.addressPart))
    }
    paths.append(.text("\(address)/AddressState", TrademarkField.addressState))
    paths.append(.text("\(address)/FormattedAddressCountryCode", TrademarkField.addressCountry))
    // The United Kingdom's form.
    for name in ["AddressLine", "Town", "StateCounty", "Postcode"] {
      paths.append(.text("\(party)/AddressBook/\(name)", TrademarkField.addressPart))
    }
    paths.append(.text("\(party)/AddressBook/CountryCode", TrademarkField.addressCountry))
    return paths
  }
}
