import TestSupport
import Testing

@testable import Records

@Suite struct IPCSymbolTests {
  private struct Parts {
    var section: String
    var mainClass: Int
    var subclass: String
    var group: Int
    var subgroup: String

    init(_ random: inout SeededGenerator) {
      func letter(_ last: Int, _ random: inout SeededGenerator) -> String {
        String(UnicodeScalar(UInt8(0x41 + Int.random(in: 0...last, using: &random))))
      }
      section = letter(7, &random)
      mainClass = Int.random(in: 1...99, using: &random)
      subclass = letter(25, &random)
      group = Int.random(in: 1...9999, using: &random)
      subgroup = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
    }

    var text: String {
      "\(section)\(mainClass < 10 ? "0" : "")\(mainClass)\(subclass)\(group)/\(subgroup)"
    }

    /// Sections, classes and subclasses by letter and number, groups by number, subgroups like
    /// decimals.
    static func precedes(_ left: Parts, _ right: Parts) -> Bool {
      let leftHead = (left.section, left.mainClass, left.subclass, left.group)
      let rightHead = (right.section, right.mainClass, right.subclass, right.group)
      return leftHead == rightHead ? left.subgroup < right.subgroup : leftHead < rightHead
    }
  }

  @Test func textsThereAndBack() throws {
    var random = SeededGenerator()
    for _ in 0..<1_500 {
      let text = Parts(&random).text
      let symbol = try #require(IPCSymbol(text), "seed \(random.seed): \(text)")
      #expect(symbol.text == text, "seed \(random.seed)")
      #expect(symbol.subclassText == String(text.prefix(4)))
      #expect(IPCSymbol(packed: symbol.packed) == symbol, "seed \(random.seed): \(text)")
      let slash = try #require(text.firstIndex(of: "/"))
      let spaced =
        "\(text.prefix(4))   \(text[..<slash].dropFirst(4))/\(text[text.index(after: slash)...])"
        + "    (2006.01)"
      #expect(IPCSymbol(spaced) == symbol, "seed \(random.seed): \(spaced)")
      #expect(IPCSymbol(text.lowercased()) == symbol, "seed \(random.seed): \(text)")
      #expect(IPCSymbol("\u{A0}" + text) == symbol, "seed \(random.seed): \(text)")
      #expect(IPCEntry(text).text == text)
    }
  }

  @Test func theOrderIsTheSchemes() throws {
    var random = SeededGenerator()
    for _ in 0..<1_500 {
      let left = Parts(&random)
      var right = Parts(&random)
      // Mostly near neighbours, where an order goes wrong.
      if Int.random(in: 0..<4, using: &random) > 0 {
        right.section = left.section
        right.mainClass = left.mainClass
        right.subclass = left.subclass
        if Bool.random(using: &random) { right.group = left.group }
      }
      let first = try #require(IPCSymbol(left.text))
      let second = try #require(IPCSymbol(right.text))
      #expect(
        (first < second) == Parts.precedes(left, right),
        "seed \(random.seed): \(left.text), \(right.text)")
      #expect((first == second) == (left.text == right.text), "seed \(random.seed)")
    }
    let texts = ["H04L12/08", "H04L12/0802", "H04L12/09", "H04L29/06", "H04L29/08", "H04M1/00"]
    #expect(texts.compactMap { IPCSymbol($0) }.sorted().map { $0.text } == texts)
  }

  @Test(arguments: [
    "", "H", "H04", "H04L", "H04L29", "H04L29/", "H04L29/0", "H04L/08", "I04L29/08", "H00L29/08",
    "HO4L29/08", "H04L0/08", "H04L12345/08", "H04L29/0801234", "H04L29-08", "坏",
  ])
  func noSymbol(_ text: String) {
    #expect(IPCSymbol(text) == nil)
    #expect(IPCEntry(text).text == text, "kept as it is")
  }

  @Test func anyPackedValueIsASymbolOrNone() {
    var random = SeededGenerator()
    for _ in 0..<1_500 {
      let packed = UInt64.random(in: 0..<(1 << 56), using: &random)
      guard let symbol = IPCSymbol(packed: packed) else { continue }
      #expect(symbol.packed == packed, "seed \(random.seed)")
    }
  }
}
