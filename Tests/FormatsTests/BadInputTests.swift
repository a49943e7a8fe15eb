import Records
import Testing

@testable import Formats

/// One line a malformed input: what is wrong, the bytes, the code it is rejected with.
struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: Reject.Code
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ code: Reject.Code) {
      self.init(name, Array(text.utf8), code)
    }

    init(_ name: String, _ bytes: [UInt8], _ code: Reject.Code) {
      self.name = name
      self.bytes = bytes
      self.code = code
    }
  }

  typealias Export = SyntheticExports

  static let documents: [Case] = [
    Case("JSON", #"{"ops": {"world-patent-data": 1}}"#, .unknownFormat),
    Case("text", "not an export\n", .unknownFormat),
    Case("other root", "<?xml version=\"1.0\"?><other-root><x/></other-root>", .unknownFormat),
    Case("declaration only", "<?xml version=\"1.0\"?>\n", .truncated),
    Case("root cut", String(Export.cnipa().prefix(150)), .truncated),
    Case("title cut", String(Export.cnipa().prefix(600)), .truncated),
    Case("end tag missing", String(Export.cnipa().dropLast(31)), .truncated),
    Case("unnested", Export.cnipa(title: "<b:X>a</b:Y>"), .xmlSyntax),
    Case("unnested remainder", Export.cnipa(description: "<b:X>a</b:Y>"), .xmlSyntax),
    Case("bare ampersand", Export.cnipa(title: "A & B"), .xmlSyntax),
    Case("bare ampersand in remainder", Export.cnipa(description: "A & B"), .xmlSyntax),
    Case("undefined entity", Export.cnipa(title: "A&zzz;B"), .undefinedEntity),
    Case("undefined entity in remainder", Export.cnipa(description: "A&zzz;B"), .undefinedEntity),
    Case(
      "unknown entity with DTD",
      Export.cnipa(title: "A&zzz;B", doctype: #"<!DOCTYPE x SYSTEM "/a.dtd">"#), .undefinedEntity),
    Case(
      "unknown entity in remainder with DTD",
      Export.cnipa(doctype: #"<!DOCTYPE x SYSTEM "/a.dtd">"#, description: "A&zzz;B"),
      .undefinedEntity),
    Case(
      "billion laughs",
      Export.cnipa(
        title: "&b;",
        doctype: #"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#),
      .entityDeclaration),
    Case(
      "external entity",
      Export.cnipa(
        title: "&f;", doctype: #"<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>"#),
      .entityDeclaration),
    Case(
      "parameter entity",
      Export.cnipa(doctype: #"<!DOCTYPE x [<!ENTITY % p SYSTEM "http://localhost/x.dtd"> %p;]>"#),
      .entityDeclaration),
    Case("control character", Export.cnipa(title: "A\u{1}B"), .controlCharacter),
    Case("control character in remainder", Export.cnipa(description: "A\u{B}B"), .controlCharacter),
    Case("character reference to 0", Export.cnipa(description: "&#0;"), .xmlSyntax),
    Case("wrong bytes in title", replaced("一种", [0xB0, 0xA1, 0xFF]), .encoding),
    Case("wrong bytes in remainder", replaced("技术", [0xB0, 0xA1, 0xFF]), .encoding),
    Case(
      "GBK declared UTF-8", replaced("一种跨链方法", [0xD2, 0xBB, 0xD6, 0xD6, 0xB7, 0xBD]),
      .encoding),
    Case(
      "wrong check digit", Export.cnipa().replacing("202110991218.8", with: "202110991218.7"),
      .checkDigit),
    Case("number of letters", Export.cnipa().replacing("202110991218.8", with: "ABC"), .noNumber),
    Case("no number", Export.cnipa().replacing("202110991218.8", with: "00000000"), .noNumber),
    Case(
      "CDATA cut",
      String(Export.cnipa().prefix(upTo: Export.cnipa().firstRange(of: "技术")!.lowerBound))
        + "<![CDATA[abc", .truncated),
    Case(
      "comment cut",
      String(Export.cnipa().prefix(upTo: Export.cnipa().firstRange(of: "一种")!.lowerBound))
        + "<!-- abc", .truncated),
  ]

  @Test(arguments: documents, [false, true])
  func isRejected(_ item: Case, strict: Bool) throws {
    let result = try read(item.bytes, strict: strict)
    #expect(result.rejects.map { $0.code } == [item.code], "\(result.rejects)")
    #expect(result.records.isEmpty)
  }

  @Test(arguments: documents)
  func neighboursSurvive(_ item: Case) throws {
    let before = Array(Export.cnipa(serial: 1).utf8)
    let cdata = Array(Export.cnipa(serial: 2, description: "<![CDATA[x]]><!-- y -->").utf8)
    for workers in [1, 2] {
      let result = try read(before + item.bytes + cdata, workers: workers)
      #expect(result.rejects.map { $0.code } == [item.code], "\(result.rejects)")
      #expect(
        result.records.compactMap { $0.patent?.publicationNumber.canonical }
          == ["113000001", "113000002"])
      #expect(result.rejects.first?.source.offset == before.count)
    }
  }

  @Test func emptyFilesAreRejectedOnce() throws {
    for text in ["", "  \n\u{FEFF}", "<!-- nothing -->"] {
      #expect(try read(text).rejects.map { $0.code } == [.empty])
    }
  }

  private static func replaced(_ text: String, _ bytes: [UInt8]) -> [UInt8] {
    let document = Array(Export.cnipa().utf8)
    let found = Array(text.utf8)
    let place = document.indices.first { document[$0...].starts(with: found) }!
    return Array(document[..<place]) + bytes + Array(document[(place + found.count)...])
  }
}
