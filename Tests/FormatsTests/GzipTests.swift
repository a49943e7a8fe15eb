import Records
import Testing

@testable import Formats

struct GzipTests {
  typealias Export = SyntheticExports

  private func numbers(_ records: [ExportRecord]) -> [String] {
    records.compactMap { $0.patent?.publicationNumber.canonical }
  }

  private func document(_ serial: Int) -> [UInt8] { Array(Export.cnipa(serial: serial).utf8) }

  private let names = (1...9).map { String(113_000_000 + $0) }

  @Test func headersOfEveryKind() throws {
    let files = [
      GzipWriter.file(document(1)),
      GzipWriter.file(document(1), name: "a.xml", comment: "c", extra: [1, 2, 3]),
      GzipWriter.file(document(1), name: "a.xml", hasHeaderChecksum: true),
      GzipWriter.file(document(1)) + [0, 0, 0],
      GzipWriter.file([]) + GzipWriter.file(document(1)) + GzipWriter.file([]),
    ]
    for file in files {
      let result = try read(file, name: "x.XML.GZ")
      #expect(result.rejects.isEmpty, "\(result.rejects)")
      #expect(numbers(result.records) == ["113000001"])
      #expect(result.records.first?.patent?.source == Source(file: "x.XML.GZ"))
      #expect(result.summary.container == "gzip")
      #expect(result.summary.bytes == document(1).count)
    }
  }

  @Test func membersAreOneContent() throws {
    // A document that begins in one member ends in the next.
    let text = document(1) + document(2)
    let cut = document(1).count / 2
    let file = GzipWriter.file(Array(text[..<cut])) + GzipWriter.file(Array(text[cut...]))
    let result = try read(file, name: "x.gz")
    #expect(result.rejects.isEmpty)
    #expect(numbers(result.records) == Array(names[..<2]))
    #expect(result.records.map { $0.patent?.source.offset } == [0, document(1).count])
  }

  @Test func damage() throws {
    let sound = GzipWriter.file(document(1))
    var flipped = sound
    flipped[sound.count / 2] ^= 0x10
    var header = sound
    header[3] = 0xE0
    let cases: [([UInt8], Reject.Code, [String])] = [
      (GzipWriter.file(document(1), checksum: 1), .badChecksum, []),
      (GzipWriter.file(document(1), count: 1), .badChecksum, []),
      (flipped, .badChecksum, []), (header, .badContainer, []),
      (sound + Array("garbage".utf8), .badContainer, ["113000001"]),
      (sound + [0x1F], .badContainer, ["113000001"]),
      (GzipWriter.file([]), .empty, []), ([0x1F, 0x8B], .badContainer, []),
      (GzipWriter.file(Array("{}".utf8)), .unknownFormat, []),
      (GzipWriter.file([UInt8](repeating: 0x20, count: 80 << 20)), .bomb, []),
    ]
    for (file, code, expected) in cases {
      let result = try read(file, name: "x.xml.gz")
      #expect(result.rejects.map { $0.code } == [code], "\(result.rejects)")
      #expect(numbers(result.records) == expected)
    }
  }

  @Test func truncationAnywhereKeepsWholeDocuments() throws {
    let first = GzipWriter.file(document(1))
    let file = first + GzipWriter.file(document(2))
    let reading = try #require(ContentReading())
    for cut in 1..<file.count {
      let result = reading.read(Array(file[..<cut]), name: "x.xml.gz").read
      let expected = cut < first.count - 8 ? [] : ["113000001"]
      let found = numbers(result.records)
      #expect(found.starts(with: expected) && found.count <= 2, "cut at \(cut)")
      // Cut between the members, nothing is missing.
      #expect(
        result.rejects.map { $0.code } == (cut == first.count ? [] : [.badContainer]),
        "cut at \(cut): \(result.rejects)")
    }
  }

  @Test func largeContentIsCut() throws {
    let filler = String(repeating: "<a:P>长长长长</a:P>", count: 500)
    var text: [UInt8] = []
    for serial in 1...600 {
      text += Array(Export.cnipa(serial: serial, description: filler).utf8)
    }
    let file = GzipWriter.file(text)
    let whole = try read(file, name: "x.gz", workers: 2)
    #expect(whole.rejects.isEmpty)
    #expect(whole.records.count == 600)
    let cut = try read(Array(file[..<(file.count - file.count / 4)]), name: "x.gz", workers: 2)
    #expect(cut.rejects.map { $0.code } == [.badContainer], "\(cut.rejects)")
    #expect((400..<500).contains(cut.records.count))
    #expect(numbers(cut.records) == Array(numbers(whole.records)[..<cut.records.count]))
    let damaged = try read(GzipWriter.file(text, checksum: 7), name: "x.gz")
    #expect(damaged.rejects.map { $0.code } == [.badChecksum])
  }
}
