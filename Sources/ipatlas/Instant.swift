import Foundation

/// The clock, for what is recorded and never for what is computed.
enum Instant {
  /// ISO 8601 in UTC.
  static func now() -> String { ISO8601DateFormatter().string(from: Date()) }
}
