/// Whether no figure has fallen by more than the plan allows.
///
/// Why: a lost delivery or a column read wrongly shows as a fall that no night explains.
enum MaximumDropGate: Gate {
  static let id = "maximum-drop"
  static let label = "与上次发布相比未异常下降"

  static func check(_ subject: GateSubject) -> GateFinding {
    FigureComparison(subject, limits: subject.settings.maximumDrop, verb: "fell") { $0 - $1 }
      .finding()
  }
}
