/// A cell that is being explained: where it stands, what it says, and the run it belongs to.
struct ExplainedCell {
  var pointer: CellPointer
  /// What stands in place of the stars of the explainer's pattern.
  var captures: [String]
  var value: PublishedNode
  var run: ExplainedRun

  var document: PublishedNode { run.indicator }

  /// A value beside the cell, within the same object.
  func beside(_ key: String) -> PublishedNode? { document[pointer.keys.dropLast() + [key]] }
}
