/// What the family register says, each case with one known answer.
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
