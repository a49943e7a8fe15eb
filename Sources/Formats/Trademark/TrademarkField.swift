/// The kept fields of a trademark. A group begins with its own field; the fields of its parts
/// follow.
enum TrademarkField: UInt16 {
  /// What marks and parties that belong together stand in: a mark's applicants may stand beside it.
  case transaction = 1
  case transactionEnd
  case record
  case recordEnd
  case producedOn
  case delivery
  case office
  case applicationNumber
  case registrationNumber
  case internationalNumber
  case filingDate
  case registrationDate
  case expiryDate
  case status
  /// The status of the United Kingdom's form, which does not name its office.
  case britishStatus
  case statusDate
  case originOffice
  /// The words of the mark, and what stands for them where they are not given.
  case name
  case otherName
  case kind
  /// TIPO's number of a kind.
  case kindNumber
  /// Flags, `T`, `true` or `Y`; or an element that says so by being there.
  case isIndividual
  case isCollective
  case isCertification
  case isOtherKind
  case isThreeDimensional
  case hasThreeDimensionalMark
  case isSound
  case isColour
  case isStandardCharacters
  case feature
  case drawingCode
  case goodsServices
  case goodsKind
  case goodsEdition
  case goodsStatus
  case primeClass
  case classification
  case classificationKind
  case classificationSymbol
  case description
  case descriptionClass
  case classStatus
  case goods
  case goodsLanguage
  case goodsEnglish
  case goodsFrench
  case goodsSpanish
  case similarGroups
  case statement
  case statementType
  case statementText
  case holder
  case formerHolder
  case representative
  case representativeName
  case holderIdentifier
  case partyIdentifier
  case partyOperation
  case partyStage
  case nameLine
  case nameLanguage
  case latinName
  case organisation
  case entity
  case firstName
  case middleName
  case lastName
  case addressLine
  case addressLanguage
  case addressPart
  case addressState
  case addressCountry
  case priority
  case priorityNumber
  case priorityOtherNumber
  case priorityDate
  case priorityCountry
  case designation
  case basicNumber
  case publication
  case opposition
  case event
  case eventCode
  case eventName
  case eventOtherName
  case eventDate
  case eventOtherDate
  case eventLastDate
  case eventIssue
  case eventPublishedOn
  case eventOffice

  /// Codes from here on begin an event whose element names its code.
  static let firstEventElement: UInt16 = 1000
}
