/// A unified social credit code (统一社会信用代码): 18 digits and capitals, the last a check character.
///
/// Source: GB 32100-2015 法人和其他组织统一社会信用代码编码规则, 4 and 5.
package struct CreditCode: Hashable, Sendable {
  /// Why a text is no credit code.
  package enum Fault: Error, Hashable, Sendable {
    case malformed
    case checkCharacter(found: Character, expected: Character)
  }

  package let text: String

  /// Reads a code, letters in either case.
  package init(parsing text: some StringProtocol) throws(Fault) {
    var values: [Int] = []
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
      guard let value = CreditCode.alphabet.firstIndex(of: upper) else { throw .malformed }
      values.append(value)
      bytes.append(upper)
    }
    // Characters 3 to 8 are the division code of the office of registration.
    guard values.count == 18, values[2..<8].allSatisfy({ $0 < 10 }) else { throw .malformed }
    var weight = 1
    var sum = 0
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    let expected = (31 - sum % 31) % 31
    guard values[17] == expected else {
      throw .checkCharacter(
        found: CreditCode.character(values[17]), expected: CreditCode.character(expected))
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// Without I, O, S, V and Z; a character's place is its value.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  private static func character(_ value: Int) -> Character {
    Character(UnicodeScalar(alphabet[value]))
  }
}

extension CreditCode: CustomStringConvertible {
  package var description: String { text }
}
