extension UsptoApplicationPAP {
  /// Inventors and assignees; the address for correspondence is nobody's mandate and is not kept.
  static func partyPaths(_ data: String) -> [FieldMap.Path] {
    let roles: [(String, PublicationField)] = [
      ("inventors/first-named-inventor", .inventor), ("inventors/inventor", .inventor),
      ("assignee", .assignee),
    ]
    var paths: [FieldMap.Path] = []
    for (role, field) in roles {
      let party = "\(data)/\(role)"
      paths += [
        .begin(party, field),
        .text("\(party)/organization-name", PublicationField.organisation),
        .text("\(party)/name/family-name", PublicationField.lastName),
        .text("\(party)/name/given-name", PublicationField.firstName),
        .text("\(party)/name/middle-name", PublicationField.middleName),
        .text("\(party)/name/name-suffix", PublicationField.nameSuffix),
        .text("\(party)/address/city", PublicationField.city),
        .text("\(party)/address/state", PublicationField.province),
        .text("\(party)/address/postalcode", PublicationField.postcode),
        .text("\(party)/address/country/country-code", PublicationField.addressCountry),
      ]
    }
    return paths
  }
}
