/// Whether not too many inventions in force have an address that no division could be found for.
///
/// Why: they may be the city's, and are in no figure.
enum MaximumUnresolvedGate: Gate {
  static let id = "maximum-unresolved"
  static let label = "地址未定的专利未超限"

  static func check(_ subject: GateSubject) -> GateFinding {
    let base = subject.indicator.base
    return ShareCheck(
      what: "inventions of an unresolved address", number: base.unresolvedRegion,
      of: base.validInventions + base.unresolvedRegion,
      whole: "inventions of the base set or of an unresolved address",
      limits: subject.settings.maximumUnresolved
    ).finding(isKnown: subject.indicator.undetermined == nil)
  }
}
