import Records

extension St36 {
  /// Names stand in `snm`, the family name's element, given names and firms included.
  static func europeanPartyPaths(_ data: String) -> [FieldMap.Path] {
    let roles: [(String, PublicationField)] = [
      ("B710/B711", .applicant), ("B720/B721", .inventor), ("B730/B731", .assignee),
      ("B740/B741", .agency),
    ]
    return roles.flatMap { role, field -> [FieldMap.Path] in
      let party = "\(data)/B700/\(role)"
      return [
        .begin(party, field),
        .text("\(party)/snm", PublicationField.lastName),
        .text("\(party)/fnm", PublicationField.firstName),
        .text("\(party)/onm", PublicationField.organisation),
        // The town stands with its postcode, so both are lines of the address.
        .text("\(party)/adr/str", PublicationField.addressLine),
        .text("\(party)/adr/city", PublicationField.addressLine),
        .text("\(party)/adr/ctry", PublicationField.addressCountry),
      ]
    }
  }

  /// Each party stands up to four times, as printed and as the EPO writes it (`docdb`, `docdba`), in
  /// Chinese and in English.
  static func lexisNexisPartyPaths(_ data: String) -> [FieldMap.Path] {
    let roles: [(String, PublicationField)] = [
      ("parties/applicants/applicant", .applicant), ("parties/inventors/inventor", .inventor),
      ("parties/agents/agent", .agency), ("parties/assignees/assignee", .assignee),
      ("assignees/assignee", .assignee),
    ]
    return roles.flatMap { role, field -> [FieldMap.Path] in
      let party = "\(data)/\(role)"
      let book = "\(party)/addressbook"
      return [
        .begin(party, field),
        .attribute("\(party)/@sequence", PublicationField.sequence),
        .attribute("\(party)/@data-format", PublicationField.partyFormat),
        .begin(book, PublicationField.addressBook),
        .attribute("\(book)/@lang", PublicationField.addressLanguage),
        .text("\(book)/address/address-1", PublicationField.addressLine),
        .text("\(book)/address/address-2", PublicationField.addressLine),
        .text("\(book)/address/address-3", PublicationField.addressLine),
      ] + namePaths(book) + addressPaths(book)
    }
  }

  /// Takes the postcode of an address such as `200092上海市四平路1239号`; the address stays as it is.
  static func complete(_ party: inout Party) {
    guard party.postcode == nil, let address = party.address else { return }
    let digits = address.utf8.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 6, let next = address.utf8.dropFirst(6).first,
      next == 0x20 || next >= 0xE3
    else { return }
    party.postcode = String(decoding: digits, as: UTF8.self)
  }

  /// `乌鲁木齐新科联专利代理事务所（有限公司）` of `乌鲁木齐新科联专利代理事务所（有限公司） (李振中)`.
  static func agencyName(_ text: String) -> String {
    guard text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex else {
      return text
    }
    let agent = text[text.index(after: open)...].dropLast()
    // A firm's legal form is no agent.
    let words: [FieldText] = ["合伙", "公司", "所"]
    let isForm = Array(agent.utf8).withUnsafeBufferPointer { bytes in
      FieldText(bytes).map { agent in words.contains { agent.holds($0) } } ?? false
    }
    if isForm { return text }
    var name = text[..<open]
    while name.last == " " { name.removeLast() }
    return name.isEmpty ? text : String(name)
  }
}
