extension St96Patent {
  static func patentPartyPaths(_ data: String) -> [FieldMap.Path] {
    let bag = "\(data)/PartyBag"
    return partyPaths("\(bag)/ApplicantBag/Applicant", .applicant)
      + partyPaths("\(bag)/InventorBag/Inventor", .inventor)
      + partyPaths("\(bag)/AssigneeBag/Assignee", .assignee)
      + partyPaths("\(bag)/RegisteredPractitionerBag/RegisteredPractitioner", .agency)
  }

  static func designPartyPaths(_ parent: String) -> [FieldMap.Path] {
    partyPaths("\(parent)/ApplicantBag/Applicant", .applicant)
      + partyPaths("\(parent)/DesignerBag/Designer", .inventor)
      + partyPaths("\(parent)/RepresentativeBag/Representative", .agency)
  }

  /// Names stand in a `PublicationContact` or a `Contact`; addresses rest on the standard alone.
  private static func partyPaths(
    _ party: String, _ field: PublicationField
  ) -> [FieldMap.Path] {
    var paths: [FieldMap.Path] = [
      .begin(party, field),
      .attribute("\(party)/@sequenceNumber", PublicationField.sequence),
    ]
    for contact in ["\(party)/PublicationContact", "\(party)/Contact"] {
      let name = "\(contact)/Name"
      let person = "\(name)/PersonName/PersonStructuredName"
      let address = "\(contact)/PostalAddressBag/PostalAddress/PostalStructuredAddress"
      paths += [
        .begin(contact, PublicationField.addressBook),
        .attribute("\(contact)/@languageCode", PublicationField.addressLanguage),
        .text("\(name)/EntityName", PublicationField.name),
        .text("\(name)/OrganizationName/OrganizationStandardName", PublicationField.organisation),
        .text("\(name)/PersonName/PersonFullName", PublicationField.name),
        .text("\(person)/FirstName", PublicationField.firstName),
        .text("\(person)/LastName", PublicationField.lastName),
        .text("\(address)/AddressLineText", PublicationField.addressLine),
        .text("\(address)/CityName", PublicationField.city),
        .text("\(address)/GeographicRegionName", PublicationField.province),
        .text("\(address)/CountryCode", PublicationField.addressCountry),
        .text("\(address)/PostalCode", PublicationField.postcode),
      ]
    }
    return paths
  }
}
