/// How well the keyword table finds one industry, measured on patents labelled by hand.
package struct KeywordEvaluation: Hashable, Sendable {
  /// The industry's one-level code, `1`, and name, `新一代信息技术产业`.
  package var code: String
  package var name: String
  package var labelled: Int
  /// Found and right ÷ found; nil where nothing was found.
  package var precision: Double?
  /// Found and right ÷ right; nil where nothing is right.
  package var recall: Double?

  package init(code: String, name: String, labelled: Int, precision: Double?, recall: Double?) {
    self.code = code
    self.name = name
    self.labelled = labelled
    self.precision = precision
    self.recall = recall
  }
}
