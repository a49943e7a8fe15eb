/// What kind of legal event a code or name stands for; the table of legal events assigns it.
package enum LegalEventClass: String, Sendable, CaseIterable {
  case published
  case examination
  case granted
  case termCompensation = "term-compensation"
  case withdrawn
  case refused
  case deemedWithdrawn = "deemed-withdrawn"
  case lapsed
  case expired
  case abandoned
  case partiallyAbandoned = "partially-abandoned"
  case invalidated
  case partiallyInvalidated = "partially-invalidated"
  case maintained
  case revoked
  case restored
  case transferred
  case renamed
  case readdressed
  case partyChanged = "party-changed"
  case licenceRecorded = "licence-recorded"
  case licenceChanged = "licence-changed"
  case licenceCancelled = "licence-cancelled"
  case openLicence = "open-licence"
  case pledgeRegistered = "pledge-registered"
  case pledgeChanged = "pledge-changed"
  case pledgeCancelled = "pledge-cancelled"
  case preserved
  case preservationLifted = "preservation-lifted"
  case correction
  case notice
  case declassified
  case other
}
