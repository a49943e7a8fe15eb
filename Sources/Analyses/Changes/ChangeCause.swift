/// Why a patent entered or left a figure between two runs. The ids are fixed for ever; their order is
/// that of tables and of the waterfall's bars.
package enum ChangeCause: String, CaseIterable, Hashable, Sendable {
  case granted
  case restored
  case termCompensated = "term-compensated"
  case lapsed
  case expired
  case abandoned
  case invalidated
  case revoked
  /// A later delivery withdraws the grant publication.
  case withdrawn
  case movedIn = "moved-in"
  case movedOut = "moved-out"
  case movedWithin = "moved-within"
  case placeKnown = "place-known"
  case placeUnknown = "place-unknown"
  case standingKnown = "standing-known"
  case standingUnknown = "standing-unknown"
  case crossedTenYears = "crossed-ten-years"
  case familyRight = "family-right"
  case pledge
  case award
  case industryDecision = "industry-decision"
  case keywordTableChanged = "keyword-table-changed"
  case tableChanged = "table-changed"
  case planChanged = "plan-changed"
  /// Several rules changed at once, and which of them decides cannot be told.
  case rulesChanged = "rules-changed"
  case toolChanged = "tool-changed"
  /// A register, or legal status, was loaded for the first time.
  case registerLoaded = "register-loaded"
  case firstDelivered = "first-delivered"
  case dataCorrected = "data-corrected"
  case reDelivered = "re-delivered"
  /// The later run asks about an earlier day: what came between has not happened yet.
  case earlierCutOff = "earlier-cut-off"
  /// Neither the records at hand nor the published evidence tell.
  case undetermined

  package var id: String { rawValue }
}
