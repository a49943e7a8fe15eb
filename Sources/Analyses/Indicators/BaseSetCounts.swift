/// The sizes of the base set (有效发明专利) and of what could not be placed in it.
package struct BaseSetCounts: Hashable, Sendable {
  /// Inventions of the city's residents in force at the cut-off: the base set.
  package var validInventions: Int
  /// Granted inventions of the city whose legal status at the cut-off is not known.
  package var undeterminedInForce: Int
  /// Inventions in force anywhere whose first patentee's address does not resolve.
  package var unresolvedRegion: Int
  /// What the patents of `undeterminedInForce` lack, each patent under all that it lacks together, so
  /// that the counts add up to it.
  package var missingStanding: [MissingMaterial]

  package init(
    validInventions: Int, undeterminedInForce: Int, unresolvedRegion: Int,
    missingStanding: [MissingMaterial] = []
  ) {
    self.validInventions = validInventions
    self.undeterminedInForce = undeterminedInForce
    self.unresolvedRegion = unresolvedRegion
    self.missingStanding = missingStanding
  }
}
