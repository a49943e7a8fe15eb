/// A number that must not be too large, by itself or as a share of a whole.
struct ShareCheck {
  var what: String
  var number: Int
  var of: Int
  var whole: String
  var limits: GateLimits<Threshold>

  func finding(isKnown: Bool) -> GateFinding {
    guard !limits.isOff else { return GateFinding(nil, "switched off in the plan") }
    guard isKnown else { return GateFinding(.within, "indicator 1 is not known") }
    let level = limits.level { Double(number) > $0.allowance(of: Double(of)) }
    let allowed = [
      limits.warn.map { "warning above \($0.text)" }, limits.error.map { "error above \($0.text)" },
    ].compactMap { $0 }.joined(separator: ", ")
    return GateFinding(level, "\(number) \(what), of \(of) \(whole); \(allowed)")
  }
}
