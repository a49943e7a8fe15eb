/// A SHA-256 digest as four words, ordered like its hexadecimal text.
package struct ContentDigest: Hashable, Comparable, Sendable {
  package let words: (UInt64, UInt64, UInt64, UInt64)

  /// Takes the 32 bytes of a digest; any other count gives nil.
  package init?(bytes: some Sequence<UInt8>) {
    var words: [UInt64] = [0, 0, 0, 0]
    var count = 0
    for byte in bytes {
      guard count < 32 else { return nil }
      words[count / 8] = words[count / 8] << 8 | UInt64(byte)
      count += 1
    }
    guard count == 32 else { return nil }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Reads 64 hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 0x30...0x39: return byte - 0x30
      case 0x61...0x66: return byte - 0x57
      case 0x41...0x46: return byte - 0x37
      default: return nil
      }
    }
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    self.init(bytes: (0..<32).map { digits[$0 * 2] << 4 | digits[$0 * 2 + 1] })
  }

  /// The digest's 32 bytes.
  package var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - $0 * 8)) }
    }
  }

  /// 64 lower-case hexadecimal digits.
  package var text: String {
    let symbols = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [symbols[Int($0 >> 4)], symbols[Int($0 & 15)]] }, as: UTF8.self)
  }

  package static func == (left: Self, right: Self) -> Bool { left.words == right.words }
  package static func < (left: Self, right: Self) -> Bool { left.words < right.words }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
