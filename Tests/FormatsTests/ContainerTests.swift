import Records
import Testing

@testable import Formats

struct ContainerTests {
  typealias Export = SyntheticExports
  typealias Member = ZipWriter.Member

  private func member(_ name: String, _ serial: Int) -> Member {
    Member(name: name, bytes: Array(Export.cnipa(serial: serial).utf8))
  }

  private func numbers(_ records: [ExportRecord]) -> [String] {
    records.compactMap { $0.patent?.publicationNumber.canonical }
  }

  @Test func membersOfEveryKind() throws {
    var stored = member("/ABSOLUTE/2.XML", 2)
    stored.isDeflated = false
    var described = member("3.xml", 3)
    described.usesDescriptor = true
    var zip64 = member("4.xml", 4)
    zip64.usesZip64 = true
    let inner = ZipWriter.archive([member("5.xml", 5)])
    let archive = ZipWriter.archive([
      member("1.xml", 1), stored, described, zip64,
      Member(name: "INNER.ZIP", bytes: inner, isDeflated: false),
      Member(name: "1/1.JPG", bytes: [0xFF, 0xD8, 0xFF, 0xE0]),
      Member(name: "a-CRC.TXT", bytes: Array("crc".utf8)),
      Member(name: "INDEX.XML", bytes: Array("<Documents><Document/></Documents>".utf8)),
      Member(name: "folder/", bytes: [], isDeflated: false),
    ])
    for workers in [1, 2] {
      let result = try read(archive, name: "x.zip", workers: workers)
      #expect(result.rejects.isEmpty, "\(result.rejects)")
      #expect(numbers(result.records) == (1...5).map { String(113_000_000 + $0) })
      #expect(
        result.records.map { $0.patent?.source.member }
          == ["1.xml", "/ABSOLUTE/2.XML", "3.xml", "4.xml", "INNER.ZIP!5.xml"])
      #expect(result.summary.ignored == ["image": 1, "checksum": 1, "index": 1])
      #expect(result.summary.container == "zip")
    }
  }

  @Test func badMembersCostNoOther() throws {
    var wrongChecksum = member("bad.xml", 9)
    wrongChecksum.checksum = 1
    var tooShort = member("bad.xml", 9)
    tooShort.declaredCount = 10
    var encrypted = member("bad.xml", 9)
    encrypted.flags = 1
    var bomb = member("bad.xml", 9)
    bomb.declaredCount = 1 << 30
    var nested = ZipWriter.archive([member("5.xml", 5)])
    for _ in 0..<4 { nested = ZipWriter.archive([Member(name: "n.zip", bytes: nested)]) }
    let cases: [(Member, Reject.Code)] = [
      (wrongChecksum, .badChecksum), (tooShort, .badChecksum), (encrypted, .badContainer),
      (bomb, .bomb), (member("../bad.xml", 9), .unsafePath),
      (member("a\\..\\b.xml", 9), .unsafePath),
      (Member(name: "n.zip", bytes: nested), .nesting), (Member(name: "e.xml", bytes: []), .empty),
      (Member(name: "j.xml", bytes: Array("{}".utf8)), .unknownFormat),
    ]
    for (bad, code) in cases {
      let result = try read(
        ZipWriter.archive([member("1.xml", 1), bad, member("2.xml", 2)]), name: "x.zip")
      #expect(result.rejects.map { $0.code } == [code], "\(result.rejects)")
      #expect(numbers(result.records) == ["113000001", "113000002"])
    }
  }

  @Test func aTruncatedArchiveGivesItsWholeMembers() throws {
    let archive = ZipWriter.archive((1...2).map { member("\($0).xml", $0) })
    let reading = try #require(ContentReading())
    let text = Array("PK\u{3}\u{4}".utf8)
    let second = try #require((4..<archive.count).first { Array(archive[$0..<$0 + 4]) == text })
    let directory = ZipWriter.archive([member("1.xml", 1)]).count - 22 - 51
    #expect(second == directory)
    for cut in 1..<archive.count {
      let result = reading.read(Array(archive[..<cut]), name: "x.zip").read
      #expect(result.rejects.map { $0.code } == [cut < 4 ? .unknownFormat : .badContainer])
      let found = numbers(result.records)
      #expect(found == Array(["113000001", "113000002"][..<found.count]), "cut at \(cut)")
      #expect(found.count >= (cut < second ? 0 : 1), "cut at \(cut)")
      #expect(found.count == 2 || cut < archive.count - 22 - 2 * 51, "cut at \(cut)")
    }
  }

  @Test func namesInGBK() throws {
    var gbk = member("", 1)
    // 专利.XML in GBK, without the flag of UTF-8.
    gbk.nameBytes = [0xD7, 0xA8, 0xC0, 0xFB] + Array(".XML".utf8)
    gbk.flags = 0
    let result = try read(ZipWriter.archive([gbk]), name: "X.ZIP")
    #expect(result.rejects.isEmpty)
    #expect(result.records.map { $0.patent?.source.member } == ["专利.XML"])
  }

  @Test func damagedBytesNeverCrash() throws {
    let archive = ZipWriter.archive((1...3).map { member("\($0).xml", $0) })
    for place in stride(from: 4, to: archive.count, by: 7) {
      var damaged = archive
      damaged[place] ^= 0x55
      let result = try read(damaged, name: "x.zip")
      #expect(result.records.count + result.rejects.count >= 1)
    }
  }

  @Test func largeMembersAreStreamed() throws {
    let filler = String(repeating: "<a:P>长长长长</a:P>", count: 500)
    var text = ""
    for serial in 1...800 { text += Export.cnipa(serial: serial, description: filler) }
    let inner = ZipWriter.archive([Member(name: "big.xml", bytes: Array(text.utf8))])
    let archive = ZipWriter.archive([
      Member(name: "big.xml", bytes: Array(text.utf8)), Member(name: "i.zip", bytes: inner),
      member("last.xml", 900),
    ])
    let result = try read(archive, name: "x.zip", workers: 2)
    #expect(result.rejects.isEmpty)
    #expect(result.records.count == 1601)
  }
}
