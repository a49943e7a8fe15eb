import Records
import Testing

@testable import Formats

struct TarTests {
  typealias Export = SyntheticExports
  typealias Member = TarWriter.Member

  private func document(_ serial: Int) -> [UInt8] { Array(Export.cnipa(serial: serial).utf8) }

  private func member(_ name: String, _ serial: Int) -> Member {
    Member(name: name, bytes: document(serial))
  }

  private func found(_ records: [ExportRecord]) -> [String] {
    records.compactMap { record in
      record.patent.map {
        "\($0.source.member ?? "") \($0.publicationNumber.canonical.suffix(1))"
      }
    }
  }

  @Test func membersOfEveryKind() throws {
    let long = String(repeating: "长", count: 60) + ".xml"
    var prefixed = member("c.xml", 3)
    prefixed.prefix = "a/b"
    var old = member("d.xml", 4)
    old.isOld = true
    var wide = member("w.xml", 5)
    wide.hasBase256 = true
    var pax = member("short", 7)
    pax.declaredCount = 0
    var gbk = member("", 8)
    // 专利.xml in GBK.
    gbk.nameBytes = [0xD7, 0xA8, 0xC0, 0xFB] + Array(".xml".utf8)
    let archive = TarWriter.archive([
      Member(name: "folder/", type: "5"), Member(name: "oldfolder/", isOld: true),
      member("./a.xml", 1), member("/ABSOLUTE/2.XML", 2), prefixed, old, wide,
      TarWriter.pax([("comment", Array("c".utf8))], type: "g"),
      Member(name: "././@LongLink", bytes: Array(long.utf8) + [0], type: "L"),
      member(String(long.prefix(30)), 6),
      TarWriter.pax([
        ("path", Array("专\n利.xml".utf8)), ("size", Array(String(document(7).count).utf8)),
      ]), pax, gbk,
      Member(name: "link", type: "2"), Member(name: "hard", type: "1", declaredCount: 100),
      Member(name: "null", type: "3"), Member(name: "fifo", type: "6"),
      Member(name: "label", type: "V"), Member(name: "1.JPG", bytes: [0xFF, 0xD8, 0xFF, 0xE0]),
      Member(name: "last.xml", bytes: document(9), type: "7"),
    ])
    let expected = [
      "./a.xml 1", "/ABSOLUTE/2.XML 2", "a/b/c.xml 3", "d.xml 4", "w.xml 5", "\(long) 6",
      "专\n利.xml 7", "专利.xml 8", "last.xml 9",
    ]
    for (bytes, name, container) in [
      (archive, "x.tar", "tar"), (GzipWriter.file(archive), "x.tar.gz", "tar.gz"),
    ] {
      for workers in [1, 2] {
        let result = try read(bytes, name: name, workers: workers)
        #expect(result.rejects.isEmpty, "\(result.rejects)")
        #expect(found(result.records) == expected)
        #expect(
          result.summary.ignored == ["link": 2, "device": 2, "volume-label": 1, "image": 1])
        #expect(result.summary.container == container)
      }
    }
  }

  @Test func oddHeadersCostThemselves() throws {
    var wrong = member("bad.xml", 9)
    wrong.checksum = 1
    var sparse = member("bad.xml", 9)
    sparse.type = "S"
    sparse.hasSparseBlock = true
    let start = TarWriter.block(member("1.xml", 1)).count
    let cases: [([Member], Reject.Code, String)] = [
      ([wrong], .badContainer, "no member header at byte \(start)"),
      ([sparse], .badContainer, "sparse member"),
      (
        [TarWriter.pax([("GNU.sparse.major", [0x31])]), member("bad.xml", 9)], .badContainer,
        "sparse"
      ),
      ([Member(name: "m", type: "M")], .badContainer, "type \"M\""),
      ([Member(name: "x", bytes: Array("12 nonsense".utf8), type: "x")], .badContainer, "pax"),
      ([Member(name: "x", bytes: [], type: "L", declaredCount: 2 << 20)], .badContainer, "header"),
      ([member("../bad.xml", 9)], .unsafePath, "leaves the archive"),
      ([Member(name: "e.xml")], .empty, "no content"),
      ([Member(name: "j.xml", bytes: Array("{}".utf8))], .unknownFormat, "JSON"),
    ]
    for (bad, code, reason) in cases {
      let members = [member("1.xml", 1)] + bad + [member("2.xml", 2)]
      let result = try read(TarWriter.archive(members), name: "x.tar")
      let isLong = bad[0].declaredCount != nil
      #expect(result.rejects.map { $0.code }.first == code, "\(result.rejects)")
      #expect(result.rejects.first?.reason.contains(reason) == true, "\(result.rejects)")
      if !isLong {
        #expect(result.rejects.count == 1, "\(result.rejects)")
        #expect(found(result.records) == ["1.xml 1", "2.xml 2"])
      }
    }
  }

  @Test func truncationAnywhereKeepsWholeMembers() throws {
    let members = [member("1.xml", 1), member("2.xml", 2)]
    let archive = TarWriter.archive(members)
    let ends = [TarWriter.block(members[0]).count, archive.count - 1024]
    let reading = try #require(ContentReading())
    for cut in 1..<archive.count {
      let result = reading.read(Array(archive[..<cut]), name: "x.tar").read
      let whole = ends.enumerated().filter { index, end in
        cut >= end - (512 - document(index + 1).count % 512) % 512
      }.count
      #expect(result.records.count == whole, "cut at \(cut)")
      let hasEnd = cut >= ends[1] + 512
      #expect(
        result.rejects.map { $0.code } == (hasEnd ? [] : [.badContainer]),
        "cut at \(cut): \(result.rejects)")
    }
  }

  @Test func truncatedCompressedArchives() throws {
    let archive = TarWriter.archive((1...3).map { member("\($0).xml", $0) })
    let file = GzipWriter.file(archive)
    let reading = try #require(ContentReading())
    for cut in 1..<file.count {
      let result = reading.read(Array(file[..<cut]), name: "x.tgz").read
      #expect(result.rejects.map { $0.code } == [.badContainer], "cut at \(cut): \(result.rejects)")
      #expect(
        found(result.records) == Array(["1.xml 1", "2.xml 2", "3.xml 3"][..<result.records.count]))
    }
  }

  @Test func archivesBehindEachOtherAndWithoutMembers() throws {
    let both = TarWriter.archive([member("1.xml", 1)]) + TarWriter.archive([member("2.xml", 2)])
    let result = try read(both, name: "x.tar")
    #expect(result.rejects.isEmpty)
    #expect(found(result.records) == ["1.xml 1", "2.xml 2"])
    #expect(try read(TarWriter.archive([]), name: "x.tar").rejects.map { $0.code } == [.empty])
    let garbage = TarWriter.archive([member("1.xml", 1)]) + Array("garbage".utf8)
    #expect(try read(garbage, name: "x.tar").rejects.map { $0.code } == [.badContainer])
  }

  @Test func containersInEachOther() throws {
    let xml = member("1.xml", 1)
    let tar = TarWriter.archive([xml])
    let zip = ZipWriter.archive([.init(name: "z.xml", bytes: document(2))])
    let tgz = GzipWriter.file(
      TarWriter.archive([
        xml, Member(name: "in.zip", bytes: zip), Member(name: "in.tar", bytes: tar),
      ]))
    let archive = ZipWriter.archive([
      .init(name: "a.tar.gz", bytes: tgz, isDeflated: false), .init(name: "b.tar", bytes: tar),
      .init(name: "c.xml.gz", bytes: GzipWriter.file(document(3))),
      .init(name: "unnamed", bytes: tgz),
    ])
    let inner = ["1.xml 1", "in.zip!z.xml 2", "in.tar!1.xml 1"]
    let expected =
      inner.map { "a.tar.gz!\($0)" } + ["b.tar!1.xml 1", "c.xml.gz 3"]
      + inner.map { "unnamed!\($0)" }
    for workers in [1, 2] {
      let result = try read(archive, name: "x.zip", workers: workers)
      #expect(result.rejects.isEmpty, "\(result.rejects)")
      #expect(found(result.records) == expected)
    }
    let outer = try read(
      GzipWriter.file(TarWriter.archive([Member(name: "x.zip", bytes: archive)])), name: "x.tgz")
    #expect(found(outer.records) == expected.map { "x.zip!\($0)" })
    var deep = tar
    for _ in 0..<3 { deep = TarWriter.archive([Member(name: "n", bytes: deep)]) }
    #expect(try read(deep, name: "x.tar").records.count == 1)
    deep = TarWriter.archive([Member(name: "n", bytes: deep), member("2.xml", 2)])
    let tooDeep = try read(deep, name: "x.tar")
    #expect(tooDeep.rejects.map { $0.code } == [.nesting])
    #expect(found(tooDeep.records) == ["2.xml 2"])
    var gzip = document(1)
    for _ in 0..<5 { gzip = GzipWriter.file(gzip) }
    #expect(try read(gzip, name: "x.gz").rejects.map { $0.code } == [.nesting])
  }

  @Test func largeMembersAreCut() throws {
    let filler = String(repeating: "<a:P>长长长长</a:P>", count: 500)
    var text: [UInt8] = []
    for serial in 1...500 {
      text += Array(Export.cnipa(serial: serial, description: filler).utf8)
    }
    let archive = TarWriter.archive([
      member("1.xml", 1), Member(name: "big.xml", bytes: text), member("2.xml", 2),
      Member(name: "big.zip", bytes: ZipWriter.archive([.init(name: "b.xml", bytes: text)])),
      Member(name: "big.xml.gz", bytes: GzipWriter.file(text)), member("3.xml", 3),
    ])
    for bytes in [archive, GzipWriter.file(archive)] {
      let result = try read(bytes, name: "x.tar.gz", workers: 2)
      #expect(result.rejects.isEmpty, "\(result.rejects)")
      #expect(result.records.count == 1503)
      #expect(result.records.last?.patent?.source.member == "3.xml")
    }
    let cut = try read(Array(archive[..<(text.count / 2)]), name: "x.tar")
    #expect(cut.rejects.map { $0.code } == [.badContainer])
    #expect(cut.rejects.first?.source.member == "big.xml")
    #expect((230..<251).contains(cut.records.count))
  }

  @Test func damagedBytesNeverCrash() throws {
    let archive = TarWriter.archive([
      TarWriter.pax([("path", Array("p.xml".utf8)), ("size", Array("1200".utf8))]),
      member("1.xml", 1), member("2.xml", 2),
    ])
    var random = SeededRandom(seed: 1)
    let reading = try #require(ContentReading())
    for _ in 0..<400 {
      var damaged = archive
      for _ in 0...random.below(3) {
        damaged[random.below(archive.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      let result = reading.read(damaged, name: "x.tar").read
      #expect(result.records.count + result.rejects.count >= 1)
      let compressed = reading.read(GzipWriter.file(damaged), name: "x.tgz").read
      #expect(found(compressed.records) == found(result.records))
    }
  }
}
