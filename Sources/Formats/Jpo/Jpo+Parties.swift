extension Jpo {
  /// Applicants stand with their agents; a foreign one has a further address book that holds the
  /// address in Latin letters, and is passed over.
  static func partyPaths(_ data: String) -> [FieldMap.Path] {
    let parties = "\(data)/parties"
    let group = "\(parties)/applicants-agents-article/applicants-agents"
    let roles: [(String, PublicationField)] = [
      ("\(group)/applicant", .applicant), ("\(group)/agent", .agency),
      ("\(parties)/inventors/inventor", .inventor),
    ]
    return roles.flatMap { party, field -> [FieldMap.Path] in
      let book = "\(party)/addressbook"
      return [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .begin(book, PublicationField.addressBook),
        .attribute("\(book)/@lang", PublicationField.addressLanguage),
        .text("\(book)/name", PublicationField.name),
        .text("\(book)/orgname", PublicationField.organisation),
        .text("\(book)/address/text", PublicationField.address),
        .text("\(book)/address/country", PublicationField.addressCountry),
      ]
    }
  }
}
