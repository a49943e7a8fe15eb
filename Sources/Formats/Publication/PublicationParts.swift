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
    for draft in drafts.originals.onePerSequence {
      guard let number = draft.number else { continue }
      priorities.appendOnce(Priority(country: draft.country, number: number, date: draft.date))
    }
    return priorities
  }

  static func citations(_ drafts: [NumberDraft]) -> [Citation] {
    var citations: [Citation] = []
    for draft in drafts {
      guard let number = draft.number else { continue }
      citations.appendOnce(Citation(country: draft.country, number: number, kind: draft.kind))
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
