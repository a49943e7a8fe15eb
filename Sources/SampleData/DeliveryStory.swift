/// How the grant is delivered; the answer never depends on the order of files.
enum DeliveryStory: String, CaseIterable, Sendable {
  case once
  case twice
  case replacedMovesIn
  case replacedMovesOut
  case olderArrivesLast
  case titlePageCorrected
  case correctedAfterCutOff
  case contradictorySameDay
  case amendedStatus
  case backfile
  case markupInTitle
  case hostileTitle
  case commentsAndSections
  case noBreakSpaces
  case large
  case privateUseCharacters
}
