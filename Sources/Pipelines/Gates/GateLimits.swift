/// From where on a gate warns, and from where on it fails; nil = never.
struct GateLimits<Limit: Hashable & Sendable>: Hashable, Sendable {
  var warn: Limit?
  var error: Limit?

  static var off: GateLimits { GateLimits() }

  var isOff: Bool { warn == nil && error == nil }

  /// The level of what exceeds some limits and not others.
  func level(where exceeds: (Limit) -> Bool) -> GateLevel {
    if let error, exceeds(error) { return .error }
    if let warn, exceeds(warn) { return .warning }
    return .within
  }
}

/// How far something has gone.
enum GateLevel: Int, Comparable, Sendable {
  /// Within all limits.
  case within
  case warning
  case error

  static func < (left: GateLevel, right: GateLevel) -> Bool { left.rawValue < right.rawValue }
}
