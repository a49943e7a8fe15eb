/// A plan's `gates`: what a run must not exceed to be published.
///
/// They decide whether a result is published, never what it is: they are no part of a run's identity, and
/// the page does not depend on them.
struct GateSettings: Hashable, Sendable {
  /// By the figure's id.
  var maximumDrop: [String: GateLimits<Threshold>]
  var maximumRise: [String: GateLimits<Threshold>]
  /// Only runs whose cut-offs lie no more than this many days apart are compared.
  var compareWithin: Int
  var maximumUnresolved: GateLimits<Threshold>
  var maximumUndetermined: GateLimits<Threshold>
  /// Days by the id of a format or register.
  var freshness: [String: GateLimits<Int>]
  /// Whether a format named in ``freshness`` must be loaded at all: one that the plan names must.
  var freshnessIsRequired: Bool

  /// What an ordinary night never exceeds: a city's figures move by less than one in a hundred from
  /// night to night, so one in twenty is worth a look, and a third lost is a lost delivery.
  ///
  /// Unresolved and undetermined patents have no default, since a national export leaves thousands of
  /// addresses open, and an office without registers all of its patents.
  static var standard: GateSettings {
    GateSettings(
      maximumDrop: Dictionary(
        uniqueKeysWithValues: GateFigure.ids.map {
          ($0, GateLimits(warn: .percent(5), error: .percent(30)))
        }),
      maximumRise: Dictionary(
        uniqueKeysWithValues: GateFigure.ids.map {
          ($0, GateLimits(warn: .percent(20), error: .percent(100)))
        }),
      compareWithin: 31, maximumUnresolved: .off, maximumUndetermined: .off,
      freshness: ["cnipa-prs": GateLimits(warn: 90)], freshnessIsRequired: false)
  }

  static var off: GateSettings {
    GateSettings(
      maximumDrop: [:], maximumRise: [:], compareWithin: 31, maximumUnresolved: .off,
      maximumUndetermined: .off, freshness: [:], freshnessIsRequired: false)
  }

  /// One setting a line, for `ipatlas plan`.
  var lines: [String] {
    func text(_ limits: GateLimits<Threshold>) -> String {
      GateSettings.text(limits.warn?.text, limits.error?.text)
    }
    var lines: [String] = []
    for (name, figures) in [("maximum-drop", maximumDrop), ("maximum-rise", maximumRise)] {
      let set = GateFigure.ids.filter { !(figures[$0] ?? .off).isOff }
      if set.isEmpty { lines.append("\(name): off") }
      lines += set.map { "\(name).\($0): \(text(figures[$0] ?? .off))" }
    }
    lines.append("compare-within: \(compareWithin)d")
    lines.append("maximum-unresolved: \(text(maximumUnresolved))")
    lines.append("maximum-undetermined: \(text(maximumUndetermined))")
    let formats = freshness.filter { !$0.value.isOff }.sorted { $0.key < $1.key }
    if formats.isEmpty { lines.append("freshness: off") }
    lines += formats.map {
      "freshness.\($0.key): "
        + GateSettings.text($0.value.warn.map { "\($0)d" }, $0.value.error.map { "\($0)d" })
    }
    return lines
  }

  private static func text(_ warn: String?, _ error: String?) -> String {
    switch (warn, error) {
    case (nil, nil): "off"
    case (let warn?, nil): "warn \(warn)"
    case (nil, let error?): "error \(error)"
    case (let warn?, let error?): "warn \(warn), error \(error)"
    }
  }
}
