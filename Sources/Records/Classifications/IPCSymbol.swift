/// A symbol of the International Patent Classification, `H04L29/08`, packed in eight bytes.
///
///     bits 55…51  section A–H as 1–8
///     bits 50…44  class 01–99
///     bits 43…39  subclass A–Z as 1–26
///     bits 38…25  main group 1–9999, 0 = none
///     bit  24     whether a subgroup is given
///     bits 23…0   six digits of the subgroup, four bits each, digit + 1, 0 = no digit
///
/// Subgroup digits are read like decimals, so the packed order is the scheme's: 12/08 before 12/0802
/// before 12/09. A prefix test is a comparison of two integers.
package struct IPCSymbol: Hashable, Comparable, Sendable {
  package let packed: UInt64

  /// Reads `H04L29/08`, `H04L   29/08    (2006.01)` and the 50-column form of WIPO ST.8.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let symbol = text.withUTF8({ IPCSymbol(bytes: $0) }) else { return nil }
    self = symbol
  }

  /// Reads the same forms from UTF-8 bytes. What follows the subgroup is not read.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    func skipSpaces() {
      while index < bytes.count {
        if bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A {
          index += 1
        } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
          index += 2
        } else {
          return
        }
      }
    }
    func letter(_ last: UInt8) -> UInt64? {
      guard index < bytes.count else { return nil }
      let byte = bytes[index] >= 0x61 ? bytes[index] - 0x20 : bytes[index]
      guard (0x41...last).contains(byte) else { return nil }
      index += 1
      return UInt64(byte - 0x40)
    }
    skipSpaces()
    guard let section = letter(0x48), index + 2 < bytes.count,
      (0x30...0x39).contains(bytes[index]), (0x30...0x39).contains(bytes[index + 1])
    else { return nil }
    let mainClass = UInt64(bytes[index] - 0x30) * 10 + UInt64(bytes[index + 1] - 0x30)
    index += 2
    guard mainClass > 0, let subclass = letter(0x5A) else { return nil }
    skipSpaces()
    var group: UInt64 = 0
    var groupDigits = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      group = group * 10 + UInt64(bytes[index] - 0x30)
      groupDigits += 1
      guard groupDigits <= 4 else { return nil }
      index += 1
    }
    skipSpaces()
    guard group > 0, index < bytes.count, bytes[index] == 0x2F else { return nil }
    index += 1
    skipSpaces()
    var subgroup: UInt64 = 0
    var subgroupDigits: UInt64 = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      guard subgroupDigits < 6 else { return nil }
      subgroup |= UInt64(bytes[index] - 0x30 + 1) << (20 - 4 * subgroupDigits)
      subgroupDigits += 1
      index += 1
    }
    guard subgroupDigits >= 2 else { return nil }
    packed = section << 51 | mainClass << 44 | subclass << 39 | group << 25 | 1 << 24 | subgroup
  }

  /// The symbol of a packed value, for values read back from the database.
  package init?(packed: UInt64) {
    let section = packed >> 51
    let subclass = packed >> 39 & 0x1F
    guard (1...8).contains(section), (1...26).contains(subclass), packed >> 24 & 1 == 1,
      packed >> 25 & 0x3FFF > 0
    else { return nil }
    self.packed = packed
  }

  /// The form this project writes: `H04L29/08`.
  package var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(15)
    let mainClass = UInt8(packed >> 44 & 0x7F)
    bytes.append(UInt8(packed >> 51) + 0x40)
    bytes.append(mainClass / 10 + 0x30)
    bytes.append(mainClass % 10 + 0x30)
    bytes.append(UInt8(packed >> 39 & 0x1F) + 0x40)
    bytes.append(contentsOf: String(packed >> 25 & 0x3FFF).utf8)
    bytes.append(0x2F)
    for position in 0..<6 {
      let digit = UInt8(packed >> UInt64(20 - 4 * position) & 0xF)
      if digit == 0 { break }
      bytes.append(digit - 1 + 0x30)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first four characters, `H04L`.
  package var subclassText: String { String(text.prefix(4)) }

  package static func < (left: IPCSymbol, right: IPCSymbol) -> Bool { left.packed < right.packed }
}

extension IPCSymbol: CustomStringConvertible {
  package var description: String { text }
}
