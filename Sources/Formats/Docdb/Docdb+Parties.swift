extension Docdb {
  /// The forms of parties, the best name first; the last that occurs tells how many they are.
  static let partyForms: [FieldText] = ["original", "docdba", "docdb", "epodoc"]

  /// No addresses and no agents are exchanged.
  static func partyPaths(_ data: String) -> [FieldMap.Path] {
    let roles: [(String, String, PublicationField)] = [
      ("\(data)/parties/applicants/applicant", "applicant-name", .applicant),
      ("\(data)/parties/inventors/inventor", "inventor-name", .inventor),
    ]
    return roles.flatMap { party, name, field -> [FieldMap.Path] in
      [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .attribute("\(party)/@data-format", PublicationField.partyFormat),
        .text("\(party)/\(name)/name", PublicationField.name),
        .text("\(party)/residence/country", PublicationField.addressCountry),
      ]
    }
  }
}
