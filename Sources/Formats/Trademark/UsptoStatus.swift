/// USPTO's status codes of applications and registrations, of which these mean registered and alive;
/// all other codes of three digits mean pending or dead.
///
/// Holds for marks of the office US only, in whatever format they come: ST.66 and ST.96 files of TSDR
/// carry the same codes, and other offices have codes of three digits with another meaning.
/// Source: USPTO, trademark case file status codes.
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
