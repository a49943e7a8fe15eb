/// What happens to a patent's validity, each case with one known outcome at 2025-12-31.
enum StandingStory: String, CaseIterable, Sendable {
  case granted
  case grantedByDocumentOnly
  case grantedByEventOnly
  case grantedOldCodes
  case grantedOldAndNewCodes
  case pending
  case refused
  case deemedWithdrawn
  case grantedAfterCutOff
  case lapsed
  case lapsedPublishedAfterCutOff
  case lapsedAfterCutOff
  case lapsedInTwoCodes
  case lapsedThenRestored
  case lapsedOldThenRestoredOld
  case lapsedRestoredAfterCutOff
  case expired
  case expiredThenRestored
  case termEndsTheDayBefore
  case termEndsOnCutOff
  case termEndsTheDayAfter
  case leapDayTerm
  case termCompensationUndated
  case abandoned
  case abandonedThenRestored
  case abandonedAgainstDoublePatenting
  case deemedAbandoned
  case whollyInvalidated
  case whollyInvalidatedThenRestored
  case partiallyInvalidated
  case maintained
  case invalidationWithoutExtent
  case tenthAnniversaryTheDayBefore
  case tenthAnniversaryOnCutOff
  case tenthAnniversaryTheDayAfter
  case preserved
  case preservationReleased
  case grantWithdrawn
  case grantWithdrawnThenRepublished
  case licensed
  case noticeServed
  case divisional
  case nationalPhase
  case priority
  case grantKindC
  case eventsDeliveredTwice
}

/// Who owns the patent and where, each case with one known residence at the cut-off.
enum OwnershipStory: String, CaseIterable, Sendable {
  case unchanged
  case transferIn
  case transferOut
  case transferOutAndBack
  case transferWithoutAddress
  case transferAbroad
  case transferAfterCutOff
  case transferPublishedAfterCutOff
  case transferBeforeGrant
  case nameChange
  case addressChangeWithin
  case addressMoveOut
  case addressMoveIn
  case nameAndAddressChange
  case coOwnerChange
  case secondOwnerTransfer
  case coApplicantWithoutAddress
  case coApplicantInTheCity
  case assigneeElsewhere
  case assigneeInTheCity
}

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

enum PledgeStory: String, CaseIterable, Sendable {
  case none
  case exactlyThreshold
  case belowThreshold
  case above
  case releasedContract
  case registerOnly
  case eventOnly
  case eventOnlyReleased
  case eventOnlyBesideContract
  case eventOnlyPublishedAfterCutOff
  case eventOnlyAfterCutOff
  case registeredAfterCutOff
  case severalPatents
  case amountsDiffer
  case changed
}

enum FamilyStory: String, CaseIterable, Sendable {
  case noRow
  case searchedNone
  case grantedInUS
  case grantedByEPO
  case internationalOnly
  case chineseOnly
  case hongKongOnly
  case taiwanOnly
  case applicationOnly
  case extendedOnly
  case grantedAfterCutOff
  case grantedUndated
  case grantedThenCeased
  case several
}

enum AwardStory: String, CaseIterable, Sendable {
  case none
  case gold
  case silver
  case excellence
  case withSession
  case designAward
  case provincial
  case levelNotCounting
  case scienceThroughProject
  case scienceSpecialThroughProject
  case scienceDirect
  case scienceWithoutLink
  case afterCutOff
}
