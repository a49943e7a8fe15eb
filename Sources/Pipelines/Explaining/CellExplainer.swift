/// Explains the cells of `indicator-1.json` that fit a pattern.
///
/// A member that is added to the document needs an entry here: a test walks over every leaf of the
/// sample's document and requires one, and rows that add up to the cell where it counts them.
struct CellExplainer: Sendable {
  /// A JSON Pointer in which `*` stands for one key or index, a last `**` for all that follows.
  let pattern: String
  let explain: @Sendable (ExplainedCell) throws -> CellExplanation

  init(_ pattern: String, _ explain: @escaping @Sendable (ExplainedCell) throws -> CellExplanation)
  {
    self.pattern = pattern
    self.explain = explain
  }

  /// All explainers; the first whose pattern fits is taken.
  static let all: [CellExplainer] =
    identity + figures + criteria + counties + targets + settings + origins + qualities
    + sensitivity + undetermined
}
