/// Whether no figure has risen by more than the plan allows.
///
/// Why: records counted twice, or another city's, show as a rise that no night explains.
enum MaximumRiseGate: Gate {
  static let id = "maximum-rise"
  static let label = "与上次发布相比未异常上升"

  static func check(_ subject: GateSubject) -> GateFinding {
    FigureComparison(subject, limits: subject.settings.maximumRise, verb: "rose") { $1 - $0 }
      .finding()
  }
}
