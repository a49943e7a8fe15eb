/// One publication of a patent application or patent, as one delivery gives it.
package struct PatentPublication: Hashable, Sendable {
  /// The id of the format that was read, `cnipa`.
  package var format: String
  package var source: Source
  /// SHA-256 of the record's bytes, from its declaration to the white space behind its root; the
  /// greater one wins between deliveries of the same day.
  package var digest: ContentDigest?
  /// WIPO ST.3 code of the publishing office.
  package var country: String
  package var publicationNumber: PublicationNumber
  package var kind: KindCode
  package var publicationDate: PartialDate?
  /// The application the document publishes; nil where a foreign delivery does not name it.
  package var application: FiledNumber?
  package var filingDate: PartialDate?
  package var right: Right
  package var status: DeliveryStatus?
  /// The day the office produced the delivery (`dateProduced`).
  package var producedOn: CalendarDay?
  /// Titles and abstracts by language, in order of appearance.
  package var titles: [LanguageText]
  package var abstracts: [LanguageText]
  /// First = main; each symbol once.
  package var ipc: [IPCEntry]
  /// Symbols of the Cooperative Patent Classification, `C07K16/464`, each once.
  package var cpc: [String]
  package var locarno: [String]
  package var applicants: [Party]
  package var assignees: [Party]
  package var inventors: [String]
  package var agencies: [Agency]
  package var priorities: [Priority]
  package var internationalApplication: InternationalApplication?
  /// The application a divisional was divided from.
  package var parent: FiledNumber?
  package var citations: [Citation]
  /// Earlier publications of the same application that the document names, such as a grant's A1.
  package var relatedPublications: [PublishedDocument]
  package var claimCount: Int?
  /// The simple family's number (DOCDB `family-id`): equal priorities, one number.
  package var familyIdentifier: String?
  /// The members of the simple family that the delivery lists beside this document.
  package var familyMembers: [FamilyMember]
  /// What the delivery gives in these fields and could not be read; the rest of the record holds.
  package var unread: [UnreadValue] = []

  /// The number of a Chinese application, nil for any other.
  package var applicationNumber: ApplicationNumber? { application?.chinese }

  package init(
    format: String, source: Source, country: String, publicationNumber: PublicationNumber,
    kind: KindCode, application: FiledNumber?, right: Right
  ) {
    self.format = format
    self.source = source
    self.country = country
    self.publicationNumber = publicationNumber
    self.kind = kind
    self.application = application
    self.right = right
    titles = []
    abstracts = []
    ipc = []
    cpc = []
    locarno = []
    applicants = []
    assignees = []
    inventors = []
    agencies = []
    priorities = []
    citations = []
    familyMembers = []
    relatedPublications = []
  }
}

/// A text in a language, `zh` or `en`.
package struct LanguageText: Hashable, Sendable {
  package var language: String
  package var text: String

  package init(language: String, text: String) {
    self.language = language
    self.text = text
  }
}

/// An earlier application whose priority is claimed.
package struct Priority: Hashable, Sendable {
  package var country: String?
  package var number: String
  package var date: PartialDate?

  package init(country: String? = nil, number: String, date: PartialDate? = nil) {
    self.country = country
    self.number = number
    self.date = date
  }
}

/// The PCT application a Chinese application entered the national phase from.
package struct InternationalApplication: Hashable, Sendable {
  package var applicationNumber: String?
  /// The international filing date, which is the filing date of the national phase.
  package var filingDate: PartialDate?
  package var publicationNumber: String?
  package var nationalEntry: PartialDate?

  package init(
    applicationNumber: String? = nil, filingDate: PartialDate? = nil,
    publicationNumber: String? = nil, nationalEntry: PartialDate? = nil
  ) {
    self.applicationNumber = applicationNumber
    self.filingDate = filingDate
    self.publicationNumber = publicationNumber
    self.nationalEntry = nationalEntry
  }
}

/// A patent document cited by the examiner or applicant.
package struct Citation: Hashable, Sendable {
  package var country: String?
  package var number: String
  package var kind: String?

  package init(country: String? = nil, number: String, kind: String? = nil) {
    self.country = country
    self.number = number
    self.kind = kind
  }
}
