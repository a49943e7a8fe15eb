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
