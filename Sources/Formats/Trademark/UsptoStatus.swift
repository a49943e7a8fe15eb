/// USPTO's status codes of applications and registrations.
///
/// Source: the registered and live states of the status codes of USPTO's trademark data.
enum UsptoStatus {
  private static let inForce: Set<String> = [
    "624", "625", "700", "701", "702", "703", "704", "705", "706", "707", "708", "739", "778",
    "780", "790", "800",
  ]

  /// Whether a mark in this state is registered and alive; nil for what is no such code.
  static func isInForce(_ code: String) -> Bool? {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return inForce.contains(code)
  }
}
