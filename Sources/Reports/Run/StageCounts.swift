/// What a stage of a run took in and gave.
package struct StageCounts: Hashable, Sendable {
  /// Nil where the stage has no such count. What a row is, the stage's documentation says.
  package var rowsIn: Int?
  package var rowsOut: Int?
  /// Work that was not done again, since its result is known: files skipped, dossiers kept.
  package var cacheHits: Int?

  package init(rowsIn: Int? = nil, rowsOut: Int? = nil, cacheHits: Int? = nil) {
    self.rowsIn = rowsIn
    self.rowsOut = rowsOut
    self.cacheHits = cacheHits
  }
}
