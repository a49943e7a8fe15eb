/// What the register and the events say of pledges, each case with one known answer.
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
