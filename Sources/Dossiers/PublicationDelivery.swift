import Records

/// What one delivery of a publication says of an application's state, without texts and lists.
///
/// The narrow form keeps the store's reads small: abstract, classifications and inventors are loaded
/// by ``rowID`` for the one delivery that counts.
package struct PublicationDelivery: Hashable, Sendable {
  /// The store's row of the whole record; 0 where the record is in no store.
  package var rowID: Int64
  package var number: PublicationNumber
  package var kind: KindCode
  package var publicationDate: PartialDate?
  package var status: DeliveryStatus?
  package var producedOn: CalendarDay?
  package var digest: ContentDigest?
  package var source: Source
  package var right: Right
  package var filingDate: PartialDate?
  package var internationalFilingDate: PartialDate?
  package var parentApplicationNumber: ApplicationNumber?
  package var title: String?
  package var firstApplicant: Party?
  package var firstAssignee: Party?
  /// The names of the other patentees (assignees, else applicants), whose changes must not be taken
  /// for the first patentee's; may be left empty.
  package var coPatentees: [String]
  /// The addresses of the other patentees, as far as they are given.
  package var coAddresses: [String]

  package init(
    rowID: Int64 = 0, number: PublicationNumber, kind: KindCode,
    publicationDate: PartialDate? = nil, status: DeliveryStatus? = nil,
    producedOn: CalendarDay? = nil, digest: ContentDigest? = nil, source: Source, right: Right,
    filingDate: PartialDate? = nil, internationalFilingDate: PartialDate? = nil,
    parentApplicationNumber: ApplicationNumber? = nil, title: String? = nil,
    firstApplicant: Party? = nil, firstAssignee: Party? = nil, coPatentees: [String] = [],
    coAddresses: [String] = []
  ) {
    self.rowID = rowID
    self.number = number
    self.kind = kind
    self.publicationDate = publicationDate
    self.status = status
    self.producedOn = producedOn
    self.digest = digest
    self.source = source
    self.right = right
    self.filingDate = filingDate
    self.internationalFilingDate = internationalFilingDate
    self.parentApplicationNumber = parentApplicationNumber
    self.title = title
    self.firstApplicant = firstApplicant
    self.firstAssignee = firstAssignee
    self.coPatentees = coPatentees
    self.coAddresses = coAddresses
  }

  /// Narrows a whole publication.
  package init(_ publication: PatentPublication, rowID: Int64 = 0) {
    let applicants = PublicationDelivery.ordered(publication.applicants)
    let assignees = PublicationDelivery.ordered(publication.assignees)
    let patentees = assignees.isEmpty ? applicants : assignees
    self.init(
      rowID: rowID, number: publication.publicationNumber, kind: publication.kind,
      publicationDate: publication.publicationDate, status: publication.status,
      producedOn: publication.producedOn, digest: publication.digest, source: publication.source,
      right: publication.right, filingDate: publication.filingDate,
      internationalFilingDate: publication.internationalApplication?.filingDate,
      parentApplicationNumber: publication.parent?.chinese,
      title: publication.titles.first { $0.language == "zh" }?.text
        ?? publication.titles.first?.text,
      firstApplicant: applicants.first, firstAssignee: assignees.first,
      coPatentees: patentees.dropFirst().map { $0.name },
      coAddresses: patentees.dropFirst().compactMap { $0.address })
  }

  /// The patentee the document names first: the first assignee, else the first applicant.
  package var firstPatentee: Party? { firstAssignee ?? firstApplicant }

  /// Whether this delivery is superseded by `other`, both delivering one publication.
  ///
  /// Of two deliveries the later `dateProduced` wins, then the greater SHA-256 of the record's
  /// bytes. Where neither gives a day of production (the older format has none) the later
  /// publication is the newer one. The rest of the order only makes the result independent of the
  /// order of arrival.
  package func isOlder(than other: PublicationDelivery) -> Bool {
    let left = producedOn?.number ?? 0
    let right = other.producedOn?.number ?? 0
    if left != right { return left < right }
    if left == 0 {
      let published = publicationDate?.number ?? 0
      let otherPublished = other.publicationDate?.number ?? 0
      if published != otherPublished { return published < otherPublished }
      if kind.isCorrection != other.kind.isCorrection { return other.kind.isCorrection }
    }
    switch (digest, other.digest) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (.some(let digest), .some(let otherDigest)) where digest != otherDigest:
      return digest < otherDigest
    default: break
    }
    if kind != other.kind { return kind < other.kind }
    if number != other.number { return number < other.number }
    if source.file != other.source.file { return source.file < other.source.file }
    if source.member != other.source.member {
      return (source.member ?? "") < (other.source.member ?? "")
    }
    if source.offset != other.source.offset { return source.offset < other.source.offset }
    return rowID < other.rowID
  }

  private static func ordered(_ parties: [Party]) -> [Party] {
    parties.enumerated().sorted {
      ($0.element.sequence, $0.offset) < ($1.element.sequence, $1.offset)
    }.map { $0.element }
  }
}
