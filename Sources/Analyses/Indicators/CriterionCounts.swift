/// How many patents of the base set one criterion answers in each way.
package struct CriterionCounts: Hashable, Sendable {
  package var criterion: HighValueCriterion
  package var met: Int
  package var notMet: Int
  package var undetermined: Int
  /// What the undetermined ones lack. A patent that lacks two things stands in both.
  package var missing: [MissingMaterial]

  package init(
    criterion: HighValueCriterion, met: Int, notMet: Int, undetermined: Int,
    missing: [MissingMaterial] = []
  ) {
    self.criterion = criterion
    self.met = met
    self.notMet = notMet
    self.undetermined = undetermined
    self.missing = missing
  }
}
