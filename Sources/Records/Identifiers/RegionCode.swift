/// A six-digit division code of GB/T 2260 (行政区划代码), or a statistical code of a park.
package struct RegionCode: Hashable, Comparable, Sendable {
  /// The code as a number between 110000 and 829999.
  package let number: Int32

  package init?(number: Int) {
    guard (110_000...829_999).contains(number) else { return nil }
    self.number = Int32(number)
  }

  /// Reads six digits; twelve-digit codes of the statistics office keep their first six.
  package init?(_ text: some StringProtocol) {
    let trimmed = text.utf8.filter { $0 != 0x20 }
    guard trimmed.count == 6 || trimmed.count == 12,
      trimmed.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var value = 0
    for digit in trimmed.prefix(6) { value = value * 10 + Int(digit) - 0x30 }
    self.init(number: value)
  }

  /// The code as six digits.
  package var text: String { String(number) }

  package var province: RegionCode { RegionCode(unchecked: number / 10_000 * 10_000) }
  package var city: RegionCode { RegionCode(unchecked: number / 100 * 100) }
  package var isProvince: Bool { number % 10_000 == 0 }
  package var isCity: Bool { number % 100 == 0 && !isProvince }

  /// Whether the code names Hong Kong, Macao or Taiwan, which are not counted as 国内.
  package var isHongKongMacaoOrTaiwan: Bool {
    let head = number / 10_000
    return head == 71 || head == 81 || head == 82
  }

  /// Whether this place is `other` or lies within it.
  package func lies(within other: RegionCode) -> Bool {
    if self == other { return true }
    if other.isProvince { return province == other }
    return other.isCity && city == other
  }

  private init(unchecked number: Int32) { self.number = number }

  package static func < (left: RegionCode, right: RegionCode) -> Bool {
    left.number < right.number
  }
}

extension RegionCode: CustomStringConvertible {
  package var description: String { text }
}
