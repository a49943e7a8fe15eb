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
      return [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .attribute("\(party)/@data-format", PublicationField.partyFormat),
        .begin(book, PublicationField.addressBook),
        .attribute("\(book)/@lang", PublicationField.addressLanguage),
      ] + St36.addressPaths(book) + St36.namePaths(party) + St36.namePaths(book)
    }
  }
}
