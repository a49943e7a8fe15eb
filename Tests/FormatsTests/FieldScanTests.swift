import Foundation
import Records
import Testing

@testable import Formats

/// The scan of the needed part gives what the parser alone gives, whatever the bytes.
struct FieldScanTests {
  /// Bytes that mean something in markup, or nothing in XML.
  private static let bytes: [UInt8] =
    Array("<>&\"'/!?]:=-; \t\r\n#x0A.".utf8) + [
      0x00, 0x01, 0x7F, 0x80, 0xC0, 0xE4, 0xED, 0xEF, 0xFF,
    ]

  private static let pieces: [String] = [
    "<!-- c -->", "<!-- -- -->", "<![CDATA[<x>]]>", "<?pi x?>", #"<?xml version="1.0"?>"#, "&nbsp;",
    "&amp;", "&lt", "&#13;", "&#x4E2D;", "&#0;", "&#xD800;", "&#99999999;", "& ", "]]>", "]]",
    "\r\n",
    "\r", "<x a='1' a='2'/>", "<x a='1'b='2'/>", "<x a='<'/>", "<x a=\"'\"/>", "<x a/>", "<x a=1/>",
    "<x:y:z/>", "<x:/>", "<:x/>", "<-x/>", "<x/ >", "</x>", "</ x>", "<x></y>", "<名/>",
    "<x 名='1'/>",
    " xml:id='1 1'", " xmlns:b='urn:c'", " xmlns=''", " num='1'", " sequence='2'",
    " sequence=' 2\n'",
    " lang='&amp;'", " lang='e\tn'", "\u{FFFE}", "\u{FFFD}", "\u{E000}", "e\u{301}", "\u{1F600}",
    "<!DOCTYPE x [<!ENTITY e 'f'>]>", "<Name>n</Name>", "<Text/>", "<Abstract>", "</Abstract>",
  ]

  private static let plain = SyntheticExports.cnipa(title: "一种A&lt;B的方法&#x4E2D;")

  private static var documents: [(name: String, bytes: [UInt8])] {
    var documents: [(String, [UInt8])] = [
      ("cnipa", Array(plain.utf8)),
      (
        "with a DTD",
        Array(
          SyntheticExports.cnipa(
            title: "x&rsquo;y", doctype: #"<!DOCTYPE b:PatentDocumentAndRelated SYSTEM "x.dtd">"#
          ).utf8)
      ), ("two", Array((plain + "\n" + SyntheticExports.cnipa(serial: 7)).utf8)),
      (
        "legal status",
        Array(SyntheticExports.status((1...4).map { SyntheticExports.statusRecord($0) }).utf8)
      ),
    ]
    if let folder = SharedSamples.folder("samples/patent"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    {
      for name in names.sorted() where name.hasPrefix("cnipa") {
        guard let content = FileManager.default.contents(atPath: folder + "/" + name) else {
          continue
        }
        documents.append((name, [UInt8](content)))
      }
    }
    return documents
  }

  @Test func documentsAsTheyAre() throws {
    let pair = try Pair()
    for (name, bytes) in Self.documents {
      let (scanned, parsed) = pair.read(bytes)
      #expect(scanned == parsed, "\(name)")
      #expect(!scanned.records.isEmpty, "\(name)")
    }
  }

  @Test func plainDocumentsAreScanned() throws {
    // A comment is for the parser; all else of these documents is not.
    #expect(Self.isScanned(Self.plain))
    #expect(Self.isScanned(SyntheticExports.cnipa(declaration: "")))
    #expect(
      Self.isScanned(
        SyntheticExports.cnipa(doctype: #"<!DOCTYPE b:PatentDocumentAndRelated SYSTEM "x.dtd">"#)))
    for (name, bytes) in Self.documents where name.hasPrefix("cnipa-") {
      #expect(Self.isScanned(String(decoding: bytes, as: UTF8.self)), "\(name)")
    }
    #expect(!Self.isScanned(SyntheticExports.cnipa(title: "x<!-- c -->")))
    #expect(Self.isScanned(SyntheticExports.cnipa(title: "&nbsp;")))
    #expect(!Self.isScanned(SyntheticExports.cnipa(title: "&zzz;")))
    #expect(!Self.isScanned(SyntheticExports.cnipa(title: "]]>")))
    #expect(!Self.isScanned(SyntheticExports.cnipa(title: "\u{FFFE}")))
    #expect(!Self.isScanned(SyntheticExports.cnipa(doctype: "<!DOCTYPE x [<!ENTITY e 'f'>]>")))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func changedDocuments(seed: UInt64) throws {
    let pair = try Pair()
    for (name, original) in Self.documents {
      var random = Random(state: seed)
      for round in 0..<Self.rounds {
        var bytes = original
        // Most changes in the part that is scanned.
        let limit = random.below(5) == 0 ? bytes.count : min(bytes.count, 12_000)
        for _ in 0...random.below(2) { Self.change(&bytes, at: random.below(limit), &random) }
        let (scanned, parsed) = pair.read(bytes)
        #expect(scanned == parsed, "\(name), seed \(seed), round \(round)")
        if scanned != parsed { return }
      }
    }
  }

  private static let rounds = 400

  private static func change(_ bytes: inout [UInt8], at place: Int, _ random: inout Random) {
    let place = min(place, bytes.count)
    switch random.below(8) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1, 2: if place < bytes.count { bytes[place] = Self.bytes[random.below(Self.bytes.count)] }
    case 3: bytes.insert(Self.bytes[random.below(Self.bytes.count)], at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(3)))
    case 5:
      let copied = bytes[place..<min(bytes.count, place + 1 + random.below(80))]
      bytes.insert(contentsOf: copied, at: place)
    default:
      // Behind a tag, within one or anywhere.
      let marks: [UInt8] = [0x3E, 0x20, 0x3C]
      let mark = marks[random.below(3)]
      let from = bytes[place...].firstIndex(of: mark).map { mark == 0x3E ? $0 + 1 : $0 } ?? place
      bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: from)
    }
  }

  private static func isScanned(_ text: String) -> Bool {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, let reader = DocumentReader(strict: false) else {
        return false
      }
      let prolog = DocumentProlog(start, count: buffer.count - 16)
      guard let root = prolog.root, let format = prolog.format(start, buffer.count - 16),
        reader.select(format)
      else { return false }
      _ = reader.readNeededPart(
        start + prolog.start, buffer.count - 16, root: root - prolog.start, stopsAtRemainder: true)
      return reader.documentsParsed == 0
    }
  }
}

/// A reader that scans and one that only parses.
private struct Pair {
  struct Result: Equatable {
    var records: [ExportRecord] = []
    var rejects: [Reject] = []
    var ignored: [String: Int] = [:]
    /// The numbers as they were written, which are not part of their equality.
    var raw: [String] = []
  }

  let scanning: DocumentReader
  let parsing: DocumentReader

  init() throws {
    scanning = try #require(DocumentReader(strict: false))
    parsing = try #require(DocumentReader(strict: false, usesScan: false))
  }

  func read(_ bytes: [UInt8]) -> (Result, Result) {
    (read(bytes, scanning), read(bytes, parsing))
  }

  private func read(_ bytes: [UInt8], _ reader: DocumentReader) -> Result {
    let padded = bytes + [UInt8](repeating: 0, count: 16)
    var output = UnitOutput()
    padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      reader.read(
        start, count: bytes.count, source: Source(file: "x"), offset: 0, into: &output)
    }
    return Result(
      records: output.read.records, rejects: output.read.rejects, ignored: output.ignored,
      raw: output.read.records.map { record in
        switch record {
        case .patent(let patent):
          patent.publicationNumber.raw + " " + (patent.applicationNumber?.raw ?? "")
        case .event(let event): event.applicationNumber?.raw ?? ""
        case .register, .trademark, .trademarkRow: ""
        }
      })
  }
}

/// SplitMix64.
private struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    value ^= value >> 31
    return bound > 0 ? Int(value % UInt64(bound)) : 0
  }
}
