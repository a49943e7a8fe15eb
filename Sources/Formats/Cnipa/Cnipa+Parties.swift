extension Cnipa {
  /// Parties stand under `Parties`, in designs and for assignees beside the other elements.
  static func partyPaths(_ parent: String) -> [FieldMap.Path] {
    let roles: [(String, PublicationField)] = [
      ("ApplicantDetails/Applicant", .applicant), ("AssigneeDetails/Assignee", .assignee),
      ("InventorDetails/Inventor", .inventor), ("DesignerDetails/Designer", .inventor),
      ("AgentDetails/Agent/Agency", .agency),
    ]
    var paths: [FieldMap.Path] = [
      .text("\(parent)/AgentDetails/CustomerNumber", PublicationField.customerNumber)
    ]
    for (role, field) in roles {
      let party = "\(parent)/\(role)"
      let book = "\(party)/AddressBook"
      paths += [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .attribute("\(party)/@dataFormat", PublicationField.partyFormat),
        .begin(book, PublicationField.addressBook),
        .attribute("\(book)/@lang", PublicationField.addressLanguage),
        .text("\(book)/Address/PostCode", PublicationField.postcode),
        .text("\(book)/Address/Province", PublicationField.province),
        .text("\(book)/Address/City", PublicationField.city),
        .text("\(book)/Address/County", PublicationField.county),
        .text("\(book)/Address/WIPOST3Code", PublicationField.addressCountry),
        .text("\(book)/Address/Text", PublicationField.address),
      ]
      for holder in [party, book] {
        paths += [
          .text("\(holder)/Name", PublicationField.name),
          .text("\(holder)/OrganizationName", PublicationField.organisation),
          .text("\(holder)/LastName", PublicationField.lastName),
          .text("\(holder)/FirstName", PublicationField.firstName),
        ]
      }
    }
    return paths
  }
}
