extension UsptoGrantST32 {
  /// Inventors (`B721`), assignees (`B731`) and representatives (`B741`). The country of an address in
  /// the United States is not delivered, only the state.
  static func partyPaths(_ data: String) -> [FieldMap.Path] {
    let roles: [(String, PublicationField)] = [
      ("B720/B721", .inventor), ("B730/B731", .assignee), ("B740/B741", .agency),
    ]
    var paths: [FieldMap.Path] = []
    for (role, field) in roles {
      let party = "\(data)/B700/\(role)"
      let name = "\(party)/PARTY-US/NAM"
      let address = "\(party)/PARTY-US/ADR"
      paths += [
        .begin(party, field),
        .text("\(name)/ONM", PublicationField.organisation),
        .text("\(name)/SNM", PublicationField.lastName),
        .text("\(name)/FNM", PublicationField.firstName),
        .text("\(name)/SFX", PublicationField.nameSuffix),
        .text("\(address)/CITY", PublicationField.city),
        .text("\(address)/STATE", PublicationField.province),
        .text("\(address)/PCODE", PublicationField.postcode),
        .text("\(address)/CTRY", PublicationField.addressCountry),
      ]
    }
    return paths
  }
}
