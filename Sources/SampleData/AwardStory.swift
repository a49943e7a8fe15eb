/// What the award register says, each case with one known answer.
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
