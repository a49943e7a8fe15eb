/// Which of an office's own tables a file holds; the raw value begins the file's name.
package enum RegisterKind: String, CaseIterable, Sendable {
  case pledges
  case awards
  case families
  case population
  case industryDecisions = "sei-decisions"
}
