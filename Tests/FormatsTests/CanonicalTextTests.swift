import Foundation
import Testing

@testable import Formats

struct CanonicalTextTests {
  /// What is passed without normalising is its own normal form, and neither combines nor moves.
  @Test func quickCheckIsSafe() {
    for value in UInt32(0x80)...0x1_FFFF {
      guard let scalar = UnicodeScalar(value) else { continue }
      let text = String(scalar)
      let length = Array(text.utf8).withUnsafeBufferPointer { CanonicalText.isSurelyNFC($0, 0) }
      if length == 0 { continue }
      #expect(length == text.utf8.count)
      let normal = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
      if normal != [scalar] || scalar.properties.canonicalCombiningClass != .notReordered {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func textIsNormalised() throws {
    func text(_ text: String) -> String? {
      Array(text.utf8).withUnsafeBufferPointer { CanonicalText.text($0) }
    }
    #expect(text("e\u{301}")?.unicodeScalars.count == 1)
    #expect(text("\u{2126}")?.unicodeScalars.first == "\u{3A9}")
    #expect(text("5\u{2103}、α、\u{E5E5}") == "5\u{2103}、α、\u{E5E5}")
  }
}
