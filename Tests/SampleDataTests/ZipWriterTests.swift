import Testing

@testable import SampleData

@Suite struct ZipWriterTests {
  private func number(_ bytes: [UInt8], at offset: Int, width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  @Test func storedMembersStandInTheArchiveAsTheyAre() throws {
    var writer = ZipWriter()
    try writer.add(path: "/1/名.XML", bytes: Array("<a/>".utf8), method: .stored)
    try writer.add(path: "b", bytes: [], method: .stored)
    let archive = writer.finish()
    #expect(number(archive, at: 0, width: 4) == 0x0403_4B50)
    let nameLength = number(archive, at: 26, width: 2)
    #expect(String(decoding: archive[30..<30 + nameLength], as: UTF8.self) == "/1/名.XML")
    #expect(Array(archive[30 + nameLength..<34 + nameLength]) == Array("<a/>".utf8))
    let end = archive.count - 22
    #expect(number(archive, at: end, width: 4) == 0x0605_4B50)
    #expect(number(archive, at: end + 10, width: 2) == 2)
    let directory = number(archive, at: end + 16, width: 4)
    #expect(number(archive, at: directory, width: 4) == 0x0201_4B50)
    #expect(directory + number(archive, at: end + 12, width: 4) == end)
  }

  @Test func deflatedMembersAreSmallerAndRepeatable() throws {
    let text = [UInt8](repeating: 0x41, count: 100_000)
    var writer = ZipWriter(level: 9)
    try writer.add(path: "a", bytes: text)
    let first = writer.finish()
    try writer.add(path: "a", bytes: text)
    #expect(writer.finish() == first)
    #expect(first.count < 1_000)
    #expect(number(first, at: 8, width: 2) == 8)
    #expect(number(first, at: 22, width: 4) == 100_000)
  }

  @Test func zip64FormsHoldTheTrueSizes() throws {
    var writer = ZipWriter(zip64: true)
    try writer.add(path: "a", bytes: [1, 2, 3], method: .stored)
    let archive = writer.finish()
    #expect(number(archive, at: 18, width: 4) == 0xFFFF_FFFF)
    #expect(number(archive, at: 31, width: 2) == 1)
    #expect(number(archive, at: 35, width: 8) == 3)
    let locator = archive.count - 22 - 20
    #expect(number(archive, at: locator, width: 4) == 0x0706_4B50)
    let end = number(archive, at: locator + 8, width: 8)
    #expect(number(archive, at: end, width: 4) == 0x0606_4B50)
    #expect(number(archive, at: end + 32, width: 8) == 1)
  }
}
