import TestSupport
import Testing

@testable import Formats

@Suite struct FieldTextTests {
  @Test(arguments: [
    ("  a b\n", "a b"), ("一\n 二", "一二"), ("a\n  b", "a b"), ("\u{3000}", "\u{3000}"),
    ("e\u{301}", "\u{e9}"), ("", nil), (" \t\r\n", nil),
  ])
  func textsAreTrimmedAndUnwrapped(_ bytes: String, _ text: String?) {
    // Scalars, since Swift takes e and its accent for é.
    let found = bytes.withFieldText { $0?.string }
    #expect(found.map { Array($0.unicodeScalars) } == text.map { Array($0.unicodeScalars) })
  }

  @Test(arguments: [
    ("12", 12), ("007", 7), ("0", 0), ("999999999", 999_999_999), ("1234567890", nil), ("-1", nil),
    ("1 2", nil), ("Ⅻ", nil), ("x", nil),
  ])
  func integersAreDigitsAlone(_ text: String, _ number: Int?) {
    #expect(text.withFieldText { $0?.integer } == number)
  }

  @Test(arguments: [
    ("0901、0902；0903, 0904 0905", ["0901", "0902", "0903", "0904", "0905"]),
    ("0901", ["0901"]), (";;0901;", ["0901"]), ("、", []),
  ])
  func partsStandBetweenSeparators(_ text: String, _ parts: [String]) {
    let found = text.withFieldText {
      $0?.parts(separatedBy: [",", ";", "、", "；", " "]).map { $0.string }
    }
    #expect(found == parts)
  }

  @Test func wordsAreFoundInAnyCaseAndPlace() {
    let cases: [(String, FieldText, holds: Bool, equals: Bool)] = [
      ("DELETE", "delete", true, true), ("Deleted", "delete", true, false),
      ("del", "delete", false, false), ("undelete", "delete", true, false),
      ("團體標章", "團體", true, false), ("標章團體", "團體", true, false),
      // A byte with the bit of small letters set is no letter: [ is not {.
      ("[", "{", false, false),
    ]
    for (text, word, holds, equals) in cases {
      #expect(text.withFieldText { $0?.holds(word) } == holds, "\(text) \(word)")
      #expect(text.withFieldText { $0?.equalsIgnoringCase(word) } == equals, "\(text) \(word)")
    }
  }

  /// A text that is split at every place gives its trimmed halves.
  @Test func rangesAreTexts() {
    var random = SeededGenerator()
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        [0x20, 0x0A, 0x41, 0x30].randomElement(using: &random) ?? 0x41
      }
      let text = String(decoding: bytes.map { UInt8($0) }, as: UTF8.self)
      text.withFieldText { whole in
        guard let whole else { return }
        for place in 0...whole.count {
          let all = Array(whole.bytes)
          for (part, range) in [
            (whole[0..<place], 0..<place), (whole[place..<all.count], place..<all.count),
          ] {
            let trimmed = all[range].drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
            #expect(
              part.map { Array($0.bytes) } ?? [] == Array(trimmed), "seed \(random.seed): \(all)")
          }
        }
      }
    }
  }
}

extension String {
  /// Calls `body` with the text as a field of a document gives it.
  func withFieldText<Result>(_ body: (FieldText?) -> Result) -> Result {
    Array(utf8).withUnsafeBufferPointer { body(FieldText($0)) }
  }
}
