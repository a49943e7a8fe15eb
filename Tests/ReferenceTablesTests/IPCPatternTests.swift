import Records
import Testing

@testable import ReferenceTables

@Suite struct IPCPatternTests {
  /// Source: the semantics of the SEI table's tokens; pairs of neighbours in IPC 2020.01.
  @Test(arguments: [
    ("G06F12*", "G06F12/00", true),
    ("G06F12*", "G06F12/0802", true),
    ("G06F12*", "G06F120/00", false),
    ("G06F12*", "G06F1/26", false),
    ("G06F12*", "G06F13/00", false),
    ("G06F12/08", "G06F12/08", true),
    ("G06F12/08", "G06F12/0802", false),
    ("G06F12/08", "G06F12/00", false),
    ("A01B*", "A01B79/02", true),
    ("A01B*", "A01C1/00", false),
    ("C08*", "C08L23/06", true),
    ("C08*", "C09K3/00", false),
    ("G16*", "G16Y10/75", true),
    ("G16*", "G21C1/00", false),
    ("A*", "A99Z99/00", true),
    ("A*", "B01D1/00", false),
    ("H03M13", "H03M13/11", true),
    ("G16H", "G16H50/20", true),
  ])
  func token(_ token: String, _ symbol: String, _ expected: Bool) throws {
    let pattern = try #require(IPCPattern(token))
    #expect(pattern.contains(try #require(IPCSymbol(symbol))) == expected)
    #expect(pattern.text == token)
  }

  @Test(arguments: [
    "", "*", "I01B*", "A0*", "A00*", "A0B1*", "A01b*", "A01B0*", "A01B1/*", "A01B1/00*", "A01B1/0",
    "A01B12345*", "A01B 1/00", "01B*", "A01B1x*",
  ])
  func noToken(_ token: String) {
    #expect(IPCPattern(token) == nil)
  }

  @Test(arguments: [
    ("G06K9/20", true), ("G06K9/32", true), ("G06K9/60", true), ("G06K9/00", false),
    ("G06K9/18", false), ("G06K9/62", false), ("G06K9/6", false),
  ])
  func range(_ symbol: String, _ expected: Bool) throws {
    let range = try #require(IPCPattern(from: "G06K9/20", to: "G06K9/60"))
    #expect(IPCSymbol(symbol).map(range.contains) ?? false == expected)
  }

  @Test func aRangeStaysInOneSubclassAndAscends() {
    #expect(IPCPattern(from: "G06K9/60", to: "G06K9/20") == nil)
    #expect(IPCPattern(from: "G06F9/60", to: "G06K9/60") == nil)
  }
}
