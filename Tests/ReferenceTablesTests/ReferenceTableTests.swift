import Foundation
import Records
import Testing

@testable import ReferenceTables

/// A table of the given lines, for the tests of the typed tables.
func table(_ id: String = "test", _ lines: String...) throws -> ReferenceTable {
  try ReferenceTable(
    id: id, edition: "1", path: "1.tsv", bytes: Data(lines.joined(separator: "\n").utf8))
}

@Suite struct ReferenceTableTests {
  @Test func theDigestIsThatOfTheBytes() throws {
    let abc = try table("test", "abc")
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(abc.digest.text == expected)
  }

  @Test func emptyCellsAreKept() throws {
    #expect(
      try table("test", "a\tb\tc", "\t\t", "1\t\t3").rows == [["", "", ""], ["1", "", "3"]])
  }

  @Test(
    arguments: [
      ("", ReferenceTableError.Code.missingColumn, nil),
      ("a\tb\n1\t2\n1\n", .width, 3),
    ] as [(String, ReferenceTableError.Code, Int?)])
  func malformed(_ text: String, _ code: ReferenceTableError.Code, _ line: Int?) {
    let error = #expect(throws: ReferenceTableError.self) { try table("test", text) }
    #expect(error?.code == code)
    #expect(error?.line == line)
  }

  @Test func bytesThatAreNotUTF8() {
    let error = #expect(throws: ReferenceTableError.self) {
      try ReferenceTable(
        id: "t", edition: "1", path: "1.tsv", bytes: Data([0xCB, 0xDE, 0xD6, 0xDD]))
    }
    #expect(error?.code == .notUTF8)
  }

  @Test func aChangedTableIsRefused() throws {
    var description = TableDescription()
    description.sha256 = String(repeating: "0", count: 64)
    let error = #expect(throws: ReferenceTableError.self) {
      try ReferenceTable(
        id: "t", edition: "1", path: "1.tsv", bytes: Data("a\n".utf8), description: description)
    }
    #expect(error?.code == .digest)
  }

  @Test func aMissingColumnNamesThoseFound() throws {
    let two = try table("test", "a\tb")
    let error = #expect(throws: ReferenceTableError.self) { try two.positions(of: "b", "c") }
    #expect(
      error?.description == "1.tsv:1: table 'test': column 'c' is missing, found: a, b\n"
        + "hint: name the column 'c' in the header row")
    #expect(two.values(of: "b") == [])
    #expect(two.values(of: "c") == nil)
  }
}
