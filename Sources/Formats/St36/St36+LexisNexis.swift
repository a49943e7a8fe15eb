import Records

extension St36 {
  /// The elements of LexisNexis' documents, which have ST.36's names.
  static let lexisNexisPaths: [FieldMap.Path] = {
    let root = "lexisnexis-patent-document"
    let data = "\(root)/bibliographic-data"
    // The family of equal priorities; `complete-family` is the extended one.
    let family = "\(data)/patent-family/main-family"
    let groups: [(String, PublicationField, String)] = [
      ("\(data)/references-cited/citation/patcit", .citation, "/document-id"),
      ("\(family)/family-member/document-id", .familyPublication, ""),
    ]
    var paths: [FieldMap.Path] = [
      .begin(root, Field.lexisNexis),
      .attribute("\(root)/@date-produced", PublicationField.rootProduced),
      .attribute("\(data)/invention-title/@lang", PublicationField.titleLanguage),
      .text("\(data)/invention-title", PublicationField.title),
      .text("\(data)/number-of-claims", PublicationField.claimTotal),
      .attribute("\(family)/@family-id", PublicationField.family),
      .begin("\(family)/family-member", PublicationField.familyMember),
    ]
    for (path, field, document) in documents(data) + groups {
      paths +=
        [
          .begin(path, field),
          .attribute("\(path)/@data-format", PublicationField.format),
          .attribute("\(path)/@sequence", PublicationField.sequence),
        ] + numberPaths(path + document)
    }
    return paths + textPaths(root) + lexisNexisClassificationPaths(data)
      + lexisNexisPartyPaths(data) + legalStatusPaths(root)
  }()

  /// Sets right what LexisNexis writes in a way of its own:
  ///
  /// 1. A family's number is theirs, not the EPO's, and is marked so: equal numbers of the two say
  ///    nothing.
  /// 2. An application without a priority claims its own, or the PCT application it came from, as in
  ///    DOCDB; that is none.
  /// 3. An address begins with its postcode, without a space.
  /// 4. An agent's name is `agency (agent)`.
  static func completeChinese(_ patent: inout PatentPublication) {
    patent.familyIdentifier = patent.familyIdentifier.map { "lexisnexis:" + $0 }
    let own = patent.application
    let international = patent.internationalApplication?.applicationNumber
    patent.priorities.removeAll { priority in
      if priority.number == international { return true }
      guard let own, priority.country == nil || priority.country == own.country else {
        return false
      }
      return (try? FiledNumber(country: own.country, parsing: priority.number)) == own
    }
    for index in patent.applicants.indices { complete(&patent.applicants[index]) }
    for index in patent.assignees.indices { complete(&patent.assignees[index]) }
    var agencies: [Agency] = []
    for agency in patent.agencies {
      agencies.appendOnce(Agency(name: agencyName(agency.name), code: agency.code))
    }
    patent.agencies = agencies
  }
}
