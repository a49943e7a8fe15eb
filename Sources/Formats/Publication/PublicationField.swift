/// The kept fields of a publication. A group begins with its own field; the fields of its parts
/// follow.
enum PublicationField: UInt16 {
  /// The begin and end of one publication, in formats whose documents hold many.
  case record = 1
  case recordEnd
  case rootStatus
  case rootProduced
  case rootNumber
  case rootKind
  case rootDate
  case rootCountry
  case reference
  case application
  case priority
  case parent
  case citation
  /// Begins an earlier publication of the same application.
  case relatedPublication
  case internationalApplication
  case internationalPublication
  case format
  case applicationType
  case country
  case number
  case kind
  case date
  /// The number of the later of two related applications, which must be the document's own.
  case childNumber
  case nationalEntry
  case claim
  /// The number of claims as the document states it, for documents delivered without them.
  case claimTotal
  case title
  case titleLanguage
  case abstract
  case abstractLanguage
  case paragraph
  case classification
  /// Begins a CPC classification; its parts are those of an IPC one.
  case cooperativeClassification
  case family
  case sequence
  case ipcText
  /// A symbol in the columns of the 7th edition, `A47L  514`, or a Locarno class, `1402`.
  case ipcColumns
  /// `F` for the first classification, `L` for a later one.
  case symbolPosition
  case ipcSection
  case ipcClass
  case ipcSubclass
  case ipcGroup
  case ipcSubgroup
  case locarnoText
  case locarnoSymbol
  case applicant
  case assignee
  case inventor
  case agency
  case customerNumber
  case partyFormat
  /// `applicant-inventor` for applicants who are the inventors as well.
  case applicantType
  case addressBook
  case addressLanguage
  case name
  case organisation
  case lastName
  case firstName
  case middleName
  case nameSuffix
  case postcode
  case province
  case city
  case county
  case addressCountry
  case address
}
