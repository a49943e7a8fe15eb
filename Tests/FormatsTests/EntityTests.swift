import Records
import Testing

@testable import Formats

struct EntityTests {
  @Test(arguments: [
    ("A&ndash;B", "A\u{2013}B"),
    ("&SACUTE;&ccaron;", "\u{15A}\u{10D}"),  // of DOCDB, in upper case too
    ("&agr;&nvlt;", "\u{3B1}<\u{20D2}"),  // ISO Greek; two characters of HTML
    ("&Linevertsplit;", "\u{E00B}"),  // of WIPO, for private use
    ("&lt;&amp;&#x41;&#66;", "<&AB"),
  ])
  func namesAreResolvedWithoutADTD(xml: String, text: String) throws {
    for usesScan in [true, false] {
      for doctype in ["", #"<!DOCTYPE x SYSTEM "absent.dtd">"#] {
        let title = try Self.title(
          SyntheticExports.cnipa(title: xml, doctype: doctype), usesScan: usesScan)
        #expect(title == text, "scan \(usesScan), doctype \(doctype)")
      }
    }
  }

  @Test func namesInTheRemainderAreKnown() throws {
    let text = SyntheticExports.cnipa(title: "T", description: "a&nbsp;b&ccaron;")
    #expect(try Self.title(text, usesScan: true) == "T")
  }

  @Test(arguments: [
    ("plain", "plain"), ("A&#38;B", "A&B"), ("&#38;amp;", "&amp;"), ("&eacute;x", "\u{E9}x"),
    ("&zzz;", "&zzz;"), ("a & b", "a & b"),
  ])
  func attributesAsLibxml2GivesThem(value: String, resolved: String) {
    var value = value
    let bytes = value.withUTF8 { EntityNames.resolved($0) }
    #expect(String(decoding: bytes, as: UTF8.self) == resolved)
  }

  /// Through the parser: a kept attribute with entities of one, two and three bytes.
  @Test func attributesAreResolved() throws {
    let text = SyntheticExports.cnipa(title: "T").replacing(
      #"<b:InventionTitle lang="zh">"#,
      with: #"<b:InventionTitle lang="a&amp;b&eacute;&ndash;&lt;">"#)
    let languages = try Self.read(text, usesScan: false).flatMap { patent in
      patent.titles.map { $0.language }
    }
    #expect(languages == ["a&b\u{E9}\u{2013}<"])
  }

  private static func title(_ text: String, usesScan: Bool) throws -> String? {
    try read(text, usesScan: usesScan).first?.titles.first?.text
  }

  private static func read(_ text: String, usesScan: Bool) throws -> [PatentPublication] {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    let reader = try #require(DocumentReader(strict: false, usesScan: usesScan))
    var output = UnitOutput()
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      reader.read(
        start, count: bytes.count - 16, source: Source(file: "x"), offset: 0, into: &output)
    }
    #expect(output.read.rejects.isEmpty)
    return output.read.records.compactMap { record in
      if case .patent(let patent) = record { patent } else { nil }
    }
  }
}
