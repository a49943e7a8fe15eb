extension Cnipa1 {
  static func partyPaths(_ data: String) -> [FieldMap.Path] {
    let parties = "\(data)/cn-parties"
    let roles: [(String, PublicationField)] = [
      ("\(parties)/cn-applicants/cn-applicant", .applicant),
      ("\(parties)/cn-inventors/cn-inventor", .inventor),
      ("\(parties)/cn-agents/cn-agent/cn-agency", .agency),
      ("\(data)/assignees/assignee", .assignee),
    ]
    return roles.flatMap { party, field -> [FieldMap.Path] in
      let book = "\(party)/addressbook"
      var paths: [FieldMap.Path] = [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .attribute("\(party)/@data-format", PublicationField.partyFormat),
        .begin(book, PublicationField.addressBook),
        .attribute("\(book)/@lang", PublicationField.addressLanguage),
        .text("\(book)/address/text", PublicationField.address),
        .text("\(book)/address/postcode", PublicationField.postcode),
        .text("\(book)/address/state", PublicationField.province),
        .text("\(book)/address/city", PublicationField.city),
        .text("\(book)/address/county", PublicationField.county),
        .text("\(book)/address/country", PublicationField.addressCountry),
      ]
      for holder in [party, book] {
        paths += [
          .text("\(holder)/name", PublicationField.name),
          .text("\(holder)/orgname", PublicationField.organisation),
          .text("\(holder)/last-name", PublicationField.lastName),
          .text("\(holder)/first-name", PublicationField.firstName),
        ]
      }
      return paths
    }
  }
}
