import Foundation

/// A text folded for the search of terms: NFC, full-width forms narrowed, case folded.
///
/// White space becomes one space, and none at all beside a Chinese character: exports wrap lines
/// within words. Latin letters and digits at a term's ends must not continue in the text, so that
/// `led` is not found in `oled` nor `5g` in `15g`.
struct SearchText: Sendable {
  private let bytes: [UInt8]

  init(_ text: some StringProtocol) {
    bytes = Array(SearchText.folded(text).utf8)
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the folded term occurs.
  ///
  /// - Complexity: O(*n* · *m*) at worst; in running text about O(*n*).
  func contains(_ term: SearchText) -> Bool {
    let needle = term.bytes
    guard let first = needle.first, let last = needle.last, needle.count <= bytes.count else {
      return false
    }
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
          let next = index + needle.count
          let startsInside = index > 0 && SearchText.continues(text[index - 1], first)
          let endsInside = next < text.count && SearchText.continues(last, text[next])
          if !startsInside, !endsInside { return true }
          index += 1
        }
        return false
      }
    }
  }

  static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var hasSpace = false
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      let narrowed: Unicode.Scalar
      switch scalar.value {
      case 0xFF01...0xFF5E: narrowed = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      default: narrowed = scalar
      }
      if narrowed.properties.isWhitespace {
        hasSpace = true
        continue
      }
      if hasSpace, let last = result.last, last.isASCII, narrowed.isASCII { result.append(" ") }
      hasSpace = false
      if narrowed.isASCII {
        let isUpper = ("A"..."Z").contains(narrowed)
        result.append(isUpper ? Unicode.Scalar(UInt8(narrowed.value) + 32) : narrowed)
      } else {
        result.append(contentsOf: narrowed.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// Whether two neighbours belong to one word or one number.
  private static func continues(_ left: UInt8, _ right: UInt8) -> Bool {
    (isLetter(left) && isLetter(right)) || (isDigit(left) && isDigit(right))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
