import Foundation

/// A text folded for the search of terms: NFC, full-width forms narrowed, case folded.
///
/// White space becomes one space, and none at all beside a Chinese character: exports wrap lines
/// within words. Latin letters and digits at a term's ends must not continue in the text, so that
/// `led` is not found in `oled` nor `5g` in `15g`.
struct SearchText: Sendable {
  private let bytes: [UInt8]

  /// The folded bytes.
  var folded: [UInt8] { bytes }

  init(_ text: some StringProtocol) {
    bytes = SearchText.foldedBytes(of: String(text))
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the folded term occurs.
  ///
  /// - Complexity: O(*n* · *m*) at worst; in running text about O(*n*).
  func contains(_ term: SearchText) -> Bool {
    let needle = term.bytes
    guard let first = needle.first, needle.count <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { needle in
        var index = 0
        let end = text.count - needle.count
        search: while index <= end {
          guard text[index] == first else {
            index += 1
            continue
          }
          for offset in 1..<max(needle.count, 1) where text[index + offset] != needle[offset] {
            index += 1
            continue search
          }
          if SearchText.isWord(from: index, to: index + needle.count, in: text) { return true }
          index += 1
        }
        return false
      }
    }
  }

  /// Whether neither end of a place in the text lies within a Latin word or a number.
  static func isWord(from start: Int, to end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let startsInside = start > 0 && continues(text[start - 1], text[start])
    let endsInside = end < text.count && continues(text[end - 1], text[end])
    return !startsInside && !endsInside
  }

  static func folded(_ text: some StringProtocol) -> String {
    String(decoding: foldedBytes(of: String(text)), as: UTF8.self)
  }

  /// Folds in one pass over the scalars; texts of plain Chinese and Latin, which NFC cannot change,
  /// are not normalised. It runs over every abstract of the base set.
  private static func foldedBytes(of text: String) -> [UInt8] {
    let isPlain = text.unicodeScalars.allSatisfy { isStableUnderNFC($0.value) }
    let text = isPlain ? text : text.precomposedStringWithCanonicalMapping
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var hasSpace = false
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
      if isSpace(value, scalar) {
        hasSpace = true
        continue
      }
      let isASCII = value < 0x80
      if hasSpace, isASCII, let last = result.last, last < 0x80 { result.append(0x20) }
      hasSpace = false
      if isASCII {
        let byte = UInt8(truncatingIfNeeded: value)
        result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      } else if value >= 0x2E80, value <= 0xA4CF {
        // CJK has no case.
        if let encoded = UTF8.encode(scalar) { result.append(contentsOf: encoded) }
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }

  /// Whether NFC surely leaves a scalar as it is, next to whatever else is stable.
  private static func isStableUnderNFC(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x2160...0x218B, 0x2460...0x27BF,
      0x3000...0x3098, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF5E:
      return true
    default: return false
    }
  }

  private static func isSpace(_ value: UInt32, _ scalar: Unicode.Scalar) -> Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if (0x3001...0x9FFF).contains(value) { return false }
    return scalar.properties.isWhitespace
  }

  /// Whether two neighbours belong to one word or one number.
  private static func continues(_ left: UInt8, _ right: UInt8) -> Bool {
    (isLetter(left) && isLetter(right)) || (isDigit(left) && isDigit(right))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
