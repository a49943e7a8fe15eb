/// The answer of one criterion for one patent, as published files write it.
package enum CriterionVerdict: String, Hashable, Sendable {
  case met
  case notMet = "not_met"
  case undetermined
}
