import Records

/// Parts of a publication that all patent formats build alike.
enum PublicationParts {
  /// The application number in its original form, else in the standard form of 15 digits.
  static func applicationNumber(
    _ drafts: [NumberDraft]
  ) -> Result<ApplicationNumber, ApplicationNumberFault> {
    guard let text = drafts.preferred?.number?.string else {
      return .failure(.malformed(found: ""))
    }
    do {
      return .success(try ApplicationNumber(parsing: text))
    } catch {
      return .failure(error)
    }
  }

  /// Each agency once, though every agent repeats it.
  static func agencies(_ drafts: [PartyDraft], customerNumber: FieldText?) -> [Agency] {
    var agencies: [Agency] = []
    for draft in drafts {
      guard let text = draft.organisation?.string ?? draft.fullName else { continue }
      agencies.appendOnce(Agency(printed: text, code: customerNumber?.string))
    }
    return agencies
  }

  /// The priorities as claimed, one for each sequence number that several renderings share.
  static func priorities(_ drafts: [NumberDraft]) -> [Priority] {
    var priorities: [Priority] = []
    for draft in drafts.onePerSequence {
      guard let number = draft.number else { continue }
      let (country, digits) = draft.countryAndNumber ?? (draft.country, number)
      priorities.appendOnce(
        Priority(country: country?.string, number: digits.string, date: draft.date))
    }
    return priorities
  }

  /// - Parameter country: the office of citations that name none; nil where it is unknown.
  static func citations(_ drafts: [NumberDraft], country: FieldText? = nil) -> [Citation] {
    var citations: [Citation] = []
    for draft in drafts {
      guard let number = draft.number else {
        if let citation = draft.fullNumber.flatMap({ Citation(fullNumber: $0.string) }) {
          citations.appendOnce(citation)
        }
        continue
      }
      let (office, digits) = draft.countryAndNumber ?? (draft.country ?? country, number)
      citations.appendOnce(
        Citation(country: office?.string, number: digits.string, kind: draft.kind?.string))
    }
    return citations
  }

  /// Published documents with numbers; what has none, or a malformed one, is left out.
  static func documents(_ drafts: [NumberDraft], country: FieldText) -> [PublishedDocument] {
    var documents: [PublishedDocument] = []
    for draft in drafts {
      var draft = draft
      draft.country = draft.country ?? country
      if let document = draft.publishedDocument { documents.appendOnce(document) }
    }
    return documents
  }

  /// Those parents whose child is the document's own application, or is not named: a document lists
  /// the whole chain of its relations.
  static func parents(_ drafts: [NumberDraft], of application: FieldText?) -> [NumberDraft] {
    func digits(_ text: FieldText) -> [UInt8] {
      text.bytes.filter { (0x30...0x39).contains($0) }
    }
    guard !drafts.isEmpty, let own = application.map(digits) else { return drafts }
    return drafts.filter { draft in draft.child.map { digits($0) == own } ?? true }
  }

  /// The Locarno class of four digits, `1402` as `14-02`; nil for any other text.
  static func locarnoClass(digits text: String) -> String? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return "\(text.prefix(2))-\(text.suffix(2))"
  }

  /// The symbol of a text without a slash in the columns of the 7th edition of the IPC: four for the
  /// subclass, three for the main group, the others for the subgroup; `A47L  514` is `A47L5/14`.
  static func symbol(columns text: String) -> String? {
    guard text.utf8.count >= 9, text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2F }) else {
      return nil
    }
    let group = text.dropFirst(4).prefix(3).filter { $0 != " " }
    let subgroup = text.dropFirst(7)
    guard !group.isEmpty, (group + subgroup).allSatisfy({ $0.isNumber }) else { return nil }
    return "\(text.prefix(4))\(group)/\(subgroup)"
  }

  /// - Parameter named: international applications that stand among other numbers; they count where
  ///   none has a place of its own.
  static func international(
    applications: [NumberDraft], named: InternationalApplication?, publications: [NumberDraft],
    nationalEntry: PartialDate?
  ) -> InternationalApplication? {
    let application = applications.preferred
    let publication = publications.preferred
    guard application != nil || named != nil || publication != nil || nationalEntry != nil else {
      return nil
    }
    var international = named ?? InternationalApplication()
    if let application {
      international.applicationNumber = application.number?.string
      international.filingDate = application.date
    }
    international.publicationNumber = publication?.number?.string
    international.nationalEntry = nationalEntry
    return international
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
