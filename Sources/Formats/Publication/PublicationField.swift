/// The kept fields of a publication. A group begins with its own field; the fields of its parts
/// follow.
enum PublicationField: UInt16 {
  /// The begin and end of one publication, in formats whose documents hold many.
  case record = 1
  case recordEnd
  case rootStatus
  case rootProduced
  /// The day the record was added, which counts where no later exchange is named.
  case rootAdded
  case rootNumber
  case rootKind
  case rootDate
  case rootCountry
  /// The language of texts that name none.
  case rootLanguage
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
  /// Begins a further rendering of the number whose group is open.
  case rendering
  /// How a priority is linked, `W` for the international application itself.
  case linkage
  /// A document's number with its country and kind in one text, `DE814968C`.
  case fullNumber
  case applicationType
  case country
  case number
  case kind
  case date
  /// The number of the later of two related applications, which must be the document's own.
  case childNumber
  case nationalEntry
  case claim
  /// Begins a set of claims; only the first that holds any is counted.
  case claimSet
  /// The number of claims as the document states it, for documents delivered without them.
  case claimTotal
  case title
  case titleLanguage
  case titleFormat
  case abstract
  case abstractLanguage
  case abstractFormat
  case paragraph
  case classification
  /// Begins a CPC classification; its parts are those of an IPC one.
  case cooperativeClassification
  case family
  /// Begins a member of the family; its application and its publications follow.
  case familyMember
  case familyApplication
  case familyPublication
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
  /// The scheme of a classification, `CPCI`.
  case classificationScheme
  /// The symbol of an edition before the eighth, which counts where no later one is given.
  case earlierClassification
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
  /// A line of an address without a text of its own.
  case addressLine
}
