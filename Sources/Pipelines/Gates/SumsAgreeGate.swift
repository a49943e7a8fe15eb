/// Whether the parts of each figure add up to it.
enum SumsAgreeGate: Gate {
  static let id = "sums-agree"
  static let label = "分项与合计一致"
  static let standsOnPage = true
  static let isAcceptable = false

  static func check(_ subject: GateSubject) -> GateFinding {
    let faults =
      subject.indicator.inconsistencies() + subject.planIndicators.flatMap { $0.inconsistencies }
    return faults.isEmpty
      ? GateFinding(.within, "五项条件、组合、县区与口径各数均与合计相符")
      : GateFinding(.error, faults.joined(separator: "; "))
  }
}
