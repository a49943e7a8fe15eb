/// The number of an international registration of a mark: up to seven digits, and a letter where a
/// part was divided or assigned, `1234567A`.
package struct InternationalMarkNumber: Hashable, Sendable {
  /// Digits without leading zeros, then the letter.
  package let text: String

  /// Reads a number, also with `G` before it as CNIPA writes it, or `IR`.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 })[...]
    if bytes.first == 0x47 {
      bytes = bytes.dropFirst()
    } else if bytes.starts(with: [0x49, 0x52]) {
      bytes = bytes.dropFirst(2)
    }
    var suffix: [UInt8] = []
    if let last = bytes.last, (0x41...0x5A).contains(last) {
      suffix = [last]
      bytes = bytes.dropLast()
    }
    guard (1...7).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let digits = bytes.drop { $0 == 0x30 }
    guard !digits.isEmpty else { return nil }
    self.text = String(decoding: digits + suffix, as: UTF8.self)
  }
}
