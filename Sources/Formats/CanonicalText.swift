import Foundation

/// Text as it is displayed: in Unicode NFC, without the line wraps of its file.
///
/// A line break with the white space around it is a wrap: at the ends it goes; within the text it
/// becomes one space, or nothing next to a Chinese, Japanese or Korean character, since exports wrap
/// lines within words. All other characters stay, U+00A0, U+3000 and full-width forms included.
enum CanonicalText {
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let trimmed = trimmed(bytes)
    return trimmed.isEmpty ? nil : text(trimmed: trimmed)
  }

  /// The bytes without white space at the ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text of bytes that neither begin nor end with white space.
  static func text(trimmed: UnsafeBufferPointer<UInt8>) -> String {
    var needsFolding = false
    var index = 0
    var isNormal = true
    while index < trimmed.count {
      let byte = trimmed[index]
      if byte == 0x0A || byte == 0x0D { needsFolding = true }
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = isSurelyNFC(trimmed, index)
      if length == 0 { isNormal = false }
      index += max(length, 1)
    }
    let text =
      needsFolding
      ? String(decoding: folded(trimmed), as: UTF8.self) : String(decoding: trimmed, as: UTF8.self)
    return isNormal ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The text in the same form; the text itself where nothing changes.
  static func text(_ text: String) -> String? {
    var text = text
    let isUnchanged = text.withUTF8 { bytes -> Bool in
      guard let first = bytes.first, let last = bytes.last, !isSpace(first), !isSpace(last) else {
        return false
      }
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x0A || bytes[index] == 0x0D { return false }
        let length = bytes[index] < 0x80 ? 1 : isSurelyNFC(bytes, index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
    return isUnchanged ? text : text.withUTF8 { CanonicalText.text($0) }
  }

  /// `0`, `00000000` or `0000000000`.
  static func isFiller(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var zeros = 0
    for byte in bytes where !isSpace(byte) {
      if byte != 0x30 { return false }
      zeros += 1
    }
    return zeros == 1 || zeros == 8 || zeros == 10
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The length of the character if it is its own normal form whatever follows, else 0.
  static func isSurelyNFC(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0xCC { return 2 }
    guard index + 1 < bytes.count else { return 0 }
    let second = bytes[index + 1]
    switch byte {
    // Greek but for U+0387, Cyrillic.
    case 0xCE: return second == 0x87 ? 0 : 2
    case 0xCF, 0xD0, 0xD1: return 2
    default: break
    }
    guard index + 2 < bytes.count else { return 0 }
    let third = bytes[index + 2]
    switch byte {
    case 0xE2:
      switch second {
      // U+2000 and U+2001 are spaces of another width; U+20D0 and on combine.
      case 0x80: return third <= 0x81 ? 0 : 3
      case 0x83: return third >= 0x90 ? 0 : 3
      // The signs of ohm, kelvin and angstrom are letters.
      case 0x84: return third == 0xA6 || third == 0xAA || third == 0xAB ? 0 : 3
      case 0x8C: return third == 0xA9 || third == 0xAA ? 0 : 3
      // U+2ADC; Coptic, Tifinagh and Cyrillic marks combine.
      case 0xAB, 0xB3, 0xB5, 0xB7: return 0
      default: return 3
      }
    case 0xE3:
      // U+302A…U+302F and U+3099, U+309A combine.
      return (second == 0x80 && third >= 0xAA && third <= 0xAF)
        || (second == 0x82 && (third == 0x99 || third == 0x9A))
        ? 0 : 3
    case 0xE4...0xE9: return 3
    // Characters of private use.
    case 0xEE: return 3
    case 0xEF: return second >= 0xBC || second <= 0xA3 ? 3 : 0
    default: return 0
    }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard isSpace(bytes[index]) else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      var isWrap = false
      while index < bytes.count, isSpace(bytes[index]) {
        if bytes[index] == 0x0A || bytes[index] == 0x0D { isWrap = true }
        index += 1
      }
      if !isWrap {
        output.append(contentsOf: bytes[start..<index])
      } else if !(endsInWideCharacter(output)
        || (index + 1 < bytes.count && isWide(bytes[index], bytes[index + 1])))
      {
        output.append(0x20)
      }
    }
    return output
  }

  /// Whether a character with these first bytes is at U+2E80 or later.
  private static func isWide(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead > 0xE2 || (lead == 0xE2 && second >= 0xBA)
  }

  /// Whether the last character is at U+2E80 or later, where scripts without spaces stand.
  private static func endsInWideCharacter(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3 else { return false }
    let lead = bytes[bytes.count - 3]
    return isWide(lead, bytes[bytes.count - 2]) && bytes[bytes.count - 1] & 0xC0 == 0x80
      && bytes[bytes.count - 2] & 0xC0 == 0x80
  }
}
