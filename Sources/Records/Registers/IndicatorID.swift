/// The id of an indicator of the city's plan that a register gives: I2 to I10, P1 to P33. I1 is
/// computed.
package struct IndicatorID: Hashable, Sendable {
  package let text: String

  /// Reads an id, the letter in either case.
  package init?(_ text: some StringProtocol) {
    let upper = text.uppercased()
    guard let number = Int(upper.dropFirst()), !upper.dropFirst().hasPrefix("0"),
      upper.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    switch upper.utf8.first {
    case 0x49 where (2...10).contains(number): break
    case 0x50 where (1...33).contains(number): break
    default: return nil
    }
    self.text = upper
  }
}
