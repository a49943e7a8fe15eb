/// Whether not too many patents wait for facts that would make them count.
///
/// Why: `count` is a lower bound and `count_upper` an upper one; far apart they say little.
enum MaximumUndeterminedGate: Gate {
  static let id = "maximum-undetermined"
  static let label = "待定的专利未超限"

  static func check(_ subject: GateSubject) -> GateFinding {
    let indicator = subject.indicator
    return ShareCheck(
      what: "patents that missing facts keep from counting",
      number: indicator.countUpper - indicator.count,
      of: indicator.base.validInventions + indicator.base.undeterminedInForce,
      whole: "inventions in force or perhaps so", limits: subject.settings.maximumUndetermined
    ).finding(isKnown: indicator.undetermined == nil)
  }
}
