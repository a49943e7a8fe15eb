import Formats
import Yams

/// Reads a plan's `gates`.
enum GateSettingsReader {
  static let keys = [
    "maximum-drop", "maximum-rise", "compare-within", "maximum-unresolved",
    "maximum-undetermined", "freshness",
  ]

  /// The ids that `freshness` may name.
  static var freshnessIDs: [String] {
    Formats.descriptions.map { $0.id } + RegisterKind.allCases.map { $0.formatID }
  }

  /// - Parameter top: the plan's top level; `gates: off` switches all of them off.
  static func read(_ top: PlanFields) throws(PlanError) -> GateSettings {
    guard let node = top.node("gates") else { return .standard }
    if let scalar = node.scalar, !scalar.string.isEmpty, scalar.string != "null" {
      guard scalar.string == "off" else {
        throw top.error("gates", "is \"\(scalar.string)\"; expected off or a mapping")
      }
      return .off
    }
    guard let fields = try top.mapping("gates") else { return .standard }
    try fields.allow(only: keys)
    var settings = GateSettings.standard
    try figures(fields, "maximum-drop", &settings.maximumDrop)
    try figures(fields, "maximum-rise", &settings.maximumRise)
    if let days = try days(fields, "compare-within") { settings.compareWithin = days }
    if let limits = try limits(fields, "maximum-unresolved", threshold) {
      settings.maximumUnresolved = limits
    }
    if let limits = try limits(fields, "maximum-undetermined", threshold) {
      settings.maximumUndetermined = limits
    }
    if isOff(fields, "freshness") {
      settings.freshness = [:]
    } else if let formats = try fields.mapping("freshness") {
      try formats.allow(only: freshnessIDs)
      settings.freshness = [:]
      settings.freshnessIsRequired = true
      for id in formats.keys {
        settings.freshness[id] = try limits(formats, id, day) ?? .off
      }
    }
    return settings
  }

  /// A mapping of figures; figures it does not name keep their defaults.
  private static func figures(
    _ fields: PlanFields, _ key: String, _ target: inout [String: GateLimits<Threshold>]
  ) throws(PlanError) {
    if isOff(fields, key) {
      target = [:]
      return
    }
    guard let mapping = try fields.mapping(key) else { return }
    try mapping.allow(only: GateFigure.ids)
    for id in mapping.keys { target[id] = try limits(mapping, id, threshold) ?? .off }
  }

  /// `off`, one value (from there on it fails), or `{warn: …, error: …}`.
  private static func limits<Limit>(
    _ fields: PlanFields, _ key: String,
    _ parse: (PlanFields, String) throws(PlanError) -> Limit?
  ) throws(PlanError) -> GateLimits<Limit>? {
    guard let node = fields.node(key) else { return nil }
    if isOff(fields, key) { return .off }
    if node.mapping != nil, let levels = try fields.mapping(key) {
      try levels.allow(only: ["warn", "error"])
      return GateLimits(
        warn: isOff(levels, "warn") ? nil : try parse(levels, "warn"),
        error: isOff(levels, "error") ? nil : try parse(levels, "error"))
    }
    return try parse(fields, key).map { GateLimits(error: $0) }
  }

  private static func isOff(_ fields: PlanFields, _ key: String) -> Bool {
    fields.node(key)?.scalar?.string == "off"
  }

  private static func threshold(
    _ fields: PlanFields, _ key: String
  ) throws(PlanError) -> Threshold? {
    guard let text = try fields.text(key) else { return nil }
    guard let threshold = Threshold(text) else {
      throw fields.error(
        key, "is \"\(text)\"; expected a share such as 5%, a number such as 10, or off")
    }
    return threshold
  }

  private static func day(_ fields: PlanFields, _ key: String) throws(PlanError) -> Int? {
    try days(fields, key)
  }

  /// `14d` → 14.
  static func days(_ fields: PlanFields, _ key: String) throws(PlanError) -> Int? {
    guard let text = try fields.text(key) else { return nil }
    guard text.hasSuffix("d"), let days = Int(text.dropLast()), (0...36_500).contains(days) else {
      throw fields.error(key, "is \"\(text)\"; expected days such as 14d or 30d")
    }
    return days
  }
}
