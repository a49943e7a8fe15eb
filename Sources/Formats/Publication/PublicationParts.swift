import Records

/// Parts of a publication that both CNIPA formats build alike.
enum PublicationParts {
  /// The application number in its original form, else in the standard form of 15 digits.
  static func applicationNumber(
    _ drafts: [NumberDraft]
  ) -> Result<ApplicationNumber, ApplicationNumberFault> {
    guard let text = drafts.preferred?.number else { return .failure(.malformed(found: "")) }
    do {
      return .success(try ApplicationNumber(parsing: text))
    } catch {
      return .failure(error)
    }
  }

  /// Each agency once, though every agent repeats it.
  static func agencies(_ drafts: [PartyDraft], customerNumber: String?) -> [Agency] {
    var agencies: [Agency] = []
    for draft in drafts {
      guard let text = draft.organisation ?? draft.name ?? draft.fullName else { continue }
      agencies.appendOnce(Agency(printed: text, code: customerNumber))
    }
    return agencies
  }

  /// The priorities as claimed, one for each sequence number that several renderings share.
  static func priorities(_ drafts: [NumberDraft]) -> [Priority] {
    var priorities: [Priority] = []
    for draft in drafts.onePerSequence {
      guard let number = draft.number else { continue }
      let (country, digits) = draft.countryAndNumber ?? (draft.country, number)
      priorities.appendOnce(Priority(country: country, number: digits, date: draft.date))
    }
    return priorities
  }

  static func citations(_ drafts: [NumberDraft]) -> [Citation] {
    var citations: [Citation] = []
    for draft in drafts {
      guard let number = draft.number else {
        if let citation = draft.fullNumber.flatMap({ Citation(fullNumber: $0) }) {
          citations.appendOnce(citation)
        }
        continue
      }
      let (country, digits) = draft.countryAndNumber ?? (draft.country, number)
      citations.appendOnce(Citation(country: country, number: digits, kind: draft.kind))
    }
    return citations
  }

  static func international(
    applications: [NumberDraft], publications: [NumberDraft], nationalEntry: PartialDate?
  ) -> InternationalApplication? {
    let application = applications.preferred
    let publication = publications.preferred
    guard application != nil || publication != nil || nationalEntry != nil else { return nil }
    return InternationalApplication(
      applicationNumber: application?.number, filingDate: application?.date,
      publicationNumber: publication?.number, nationalEntry: nationalEntry)
  }
}

extension Citation {
  /// Reads `DE814968C`: country, number and kind; nil without a country and a digit.
  init?(fullNumber text: String) {
    let text = text.filter { !$0.isWhitespace }
    guard text.utf8.count > 2, text.utf8.prefix(2).allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    var number = String(text.dropFirst(2))
    var kind: String?
    if let letter = number.lastIndex(where: { $0.isLetter }), letter > number.startIndex,
      number.distance(from: letter, to: number.endIndex) <= 2
    {
      kind = String(number[letter...])
      number = String(number[..<letter])
    }
    guard number.contains(where: { $0.isNumber }) else { return nil }
    self.init(country: String(text.prefix(2)), number: number, kind: kind)
  }
}
