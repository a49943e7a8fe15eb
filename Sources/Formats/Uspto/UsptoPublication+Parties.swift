extension UsptoPublication {
  /// Parties stand under `us-parties` from v4.3 on, under `parties` before, where applicants are
  /// mostly the inventors; assignees stand beside, some without an address book.
  static func partyPaths(_ data: String) -> [FieldMap.Path] {
    var paths: [FieldMap.Path] = []
    let roles: [(String, PublicationField)] = [
      ("us-parties/us-applicants/us-applicant", .applicant),
      ("parties/applicants/applicant", .applicant),
      ("us-parties/inventors/inventor", .inventor),
      ("us-parties/inventors/deceased-inventor", .inventor),
      ("parties/inventors/inventor", .inventor),
      ("parties/inventors/deceased-inventor", .inventor),
      ("us-parties/agents/agent", .agency),
      ("parties/agents/agent", .agency),
      ("assignees/assignee", .assignee),
    ]
    for (role, field) in roles {
      let party = "\(data)/\(role)"
      let book = "\(party)/addressbook"
      paths += [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .attribute("\(party)/@app-type", PublicationField.applicantType),
        .begin(book, PublicationField.addressBook),
        .attribute("\(book)/@lang", PublicationField.addressLanguage),
      ]
      for holder in [party, book] {
        paths +=
          St36.namePaths(holder) + [
            .text("\(holder)/middle-name", PublicationField.middleName),
            .text("\(holder)/suffix", PublicationField.nameSuffix),
            .text("\(holder)/address/city", PublicationField.city),
            .text("\(holder)/address/state", PublicationField.province),
            .text("\(holder)/address/postcode", PublicationField.postcode),
            .text("\(holder)/address/country", PublicationField.addressCountry),
          ]
      }
    }
    return paths
  }
}
