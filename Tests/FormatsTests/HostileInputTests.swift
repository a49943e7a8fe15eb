import Records
import Testing

@testable import Formats

/// Content that is made to exhaust a reader: it is refused in bounded time and memory, or read.
struct HostileInputTests {
  typealias Export = SyntheticExports

  // MARK: Nesting

  @Test(arguments: Formats.outlines.map { $0.name }, [false, true])
  func elementsNestedDeeply(name: String, isClosed: Bool) throws {
    let outline = try #require(Formats.outlines.first { $0.name == name })
    for root in outline.roots.prefix(2) {
      // Within a root of its own, each is the beginning of another document.
      for (element, count) in [("x", 100_000), (outline.recordElement ?? "x", 2_000), (root, 500)] {
        let deep =
          "<?xml version=\"1.0\"?><\(root)>" + String(repeating: "<\(element)>", count: count)
          + (isClosed ? String(repeating: "</\(element)>", count: count) + "</\(root)>" : "")
        let result = try read(deep)
        #expect(
          !result.rejects.isEmpty || !result.records.isEmpty || isClosed, "\(root)/\(element)")
      }
    }
  }

  /// Each of the documents reaches to the end of the content, so it must not be parsed for each.
  @Test func unclosedDocumentsWithinOneAnother() throws {
    let result = try read(String(repeating: "<PRS><a>", count: 2_000))
    #expect(result.records.isEmpty)
    #expect(result.rejects.count < 200)
    #expect(result.rejects.last?.code == .bomb)
  }

  static let deep = String(repeating: "<b:x>", count: 100_000)
  static let ends = String(repeating: "</b:x>", count: 100_000)

  @Test(
    arguments: [
      Export.cnipa(title: deep + ends), Export.cnipa(description: deep + ends),
      Export.cnipa(title: deep), Export.cnipa(description: deep), Export.cnipa(title: ends),
    ], [false, true])
  func deepNestingCostsItsOwnDocument(document: String, strict: Bool) throws {
    let result = try read(
      Export.cnipa(serial: 1) + "\n" + document + "\n" + Export.cnipa(serial: 2), strict: strict)
    #expect(result.rejects.count == 1, "\(result.rejects.map { $0.reason.prefix(200) })")
    #expect(
      result.records.compactMap { $0.patent?.publicationNumber.canonical }
        == ["113000001", "113000002"])
  }

  // MARK: Attributes and entities

  @Test(arguments: [false, true])
  func attributesByTheThousand(strict: Bool) throws {
    let attributes = (0..<20_000).map { " a\($0)=\"x\"" }.joined()
    let long = " a=\"" + String(repeating: "长", count: 1_000_000) + "\""
    for tag in [attributes, long] {
      for document in [
        Export.cnipa(title: "<b:x\(tag)/>一"), Export.cnipa(description: "<b:x\(tag)/>一"),
      ] {
        let result = try read(document + Export.cnipa(serial: 2), strict: strict)
        #expect(result.records.count + result.rejects.count == 2, "\(result.rejects)")
        #expect(result.records.last?.patent?.publicationNumber.canonical == "113000002")
      }
    }
  }

  /// Internal subsets that expand: nine levels of ten, one long text a thousand times, one that holds
  /// itself, one of a parameter entity.
  static let subsets: [String] = [
    (1...9).reduce("<!ENTITY e0 \"ha\">") { subset, level in
      subset + "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
    },
    "<!ENTITY e9 \"" + String(repeating: "ha", count: 100_000) + "\">",
    "<!ENTITY e9 \"&e9;\">",
    "<!ENTITY % p \"<!ENTITY e9 'ha'>\"> %p;",
  ]

  @Test(arguments: subsets, [false, true])
  func entitiesOfItsOwnAreRefused(subset: String, strict: Bool) throws {
    let uses = String(repeating: "&e9;", count: 1000)
    for document in [
      Export.cnipa(title: uses, doctype: "<!DOCTYPE x [\(subset)]>"),
      Export.cnipa(doctype: "<!DOCTYPE x [\(subset)]>", description: uses),
      Export.status([Export.statusRecord(1, code: uses)]).replacing(
        "?>", with: "?><!DOCTYPE x [\(subset)]>", maxReplacements: 1),
    ] {
      let result = try read(Array(document.utf8), strict: strict)
      #expect(result.records.isEmpty)
      #expect(result.rejects.map { $0.code } == [.entityDeclaration], "\(result.rejects)")
      let wide = HostileInputTests.wide(document, isBigEndian: false)
      #expect(
        try read([0xFF, 0xFE] + wide, strict: strict).rejects.map { $0.code } == [
          .entityDeclaration
        ])
    }
  }

  // MARK: UTF-16

  @Test(arguments: [false, true])
  func wideTextCutAnywhere(isBigEndian: Bool) throws {
    let documents = (1...3).map { Export.cnipa(serial: $0, title: "𠀀一") }
    func wide(_ text: String) -> [UInt8] {
      HostileInputTests.wide(text, isBigEndian: isBigEndian)
    }
    let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let bytes = mark + wide(documents.joined())
    let ends = documents.indices.map { mark.count + wide(documents[...$0].joined()).count }
    let reading = try #require(ContentReading())
    let whole = reading.read(bytes, name: "x.xml").read
    #expect(whole.records.count == 3)
    #expect(whole.rejects.isEmpty)
    for cut in Array(0..<400) + Array(stride(from: 401, to: bytes.count, by: 3))
      + ends.flatMap({ [$0 - 1, $0, $0 + 1, $0 + 2, $0 + 3] }) where cut < bytes.count
    {
      let result = reading.read(Array(bytes[..<cut]), name: "x.xml").read
      let expected = ends.count { $0 <= cut }
      #expect(result.records == Array(whole.records.prefix(expected)), "cut at \(cut)")
      #expect(
        result.rejects.count == (ends.contains(cut) ? 0 : 1), "cut at \(cut): \(result.rejects)")
    }
  }

  private static func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += isBigEndian ? pair : pair.reversed()
    }
    return bytes
  }

  // MARK: Archives

  /// What a member says of its size is not believed: neither too little nor too much.
  @Test(arguments: [0, 1, 1_000, 40_000_000, 60_000_000, 4_000_000_000])
  func membersThatLieAboutTheirSize(declared: Int) throws {
    let zeros = [UInt8](repeating: 0x20, count: 50_000_000)
    let archive = ZipWriter.archive([
      .init(name: "bomb.xml", bytes: zeros, declaredCount: declared),
      .init(name: "2.xml", bytes: Array(Export.cnipa(serial: 2).utf8)),
    ])
    #expect(archive.count < 100_000)
    let result = try read(archive, name: "x.zip")
    #expect(result.records.count == 1)
    #expect(result.rejects.count == 1, "\(result.rejects)")
    #expect(
      result.rejects.allSatisfy { [.bomb, .badChecksum, .badContainer].contains($0.code) },
      "\(result.rejects)")
  }

  // MARK: Workbooks

  private static let header = ["专利号", "奖项", "等级", "年度"]
  private static let row = ["202110991218.8", "中国专利奖", "金奖", "2021"]

  /// XML behind the rows, or parts, by what they try; each with the rows still read and the rejects.
  static let workbooks: [(name: String, change: @Sendable (inout WorkbookWriter) -> Void)] = [
    (
      "a cell merged over the whole sheet",
      {
        $0.behindRows =
          "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
      }
    ),
    (
      "a million rows by one reference",
      { $0.sheet += "<row r=\"1048576\"><c r=\"A1048576\"/></row>" }
    ),
    ("a row that is none", { $0.sheet += "<row r=\"99999999999999999999\"><c r=\"A1\"/></row>" }),
    (
      "a column that is none",
      { $0.sheet += "<row r=\"3\"><c r=\"ZZZZZZZZZZ3\"><v>1</v></c></row>" }
    ),
    (
      "a string that is none", { $0.sheet += "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>7</v></c></row>" }
    ),
    ("a string below zero", { $0.sheet += "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>-1</v></c></row>" }),
    ("a style that is none", { $0.sheet += "<row r=\"3\"><c r=\"A3\" s=\"9\"><v>1</v></c></row>" }),
    ("a number beyond all", { $0.sheet += "<row r=\"3\"><c r=\"A3\"><v>1e999</v></c></row>" }),
    ("a number that is none", { $0.sheet += "<row r=\"3\"><c r=\"A3\"><v>NaN</v></c></row>" }),
    ("damaged strings", { $0.parts["xl/sharedStrings.xml"] = "<sst><si><t>a</si>" }),
    (
      "strings with entities",
      { $0.parts["xl/sharedStrings.xml"] = "<!DOCTYPE x [<!ENTITY e \"e\">]><sst>&e;</sst>" }
    ),
    ("no sheet", { $0.parts.updateValue(nil, forKey: "xl/worksheets/sheet1.xml") }),
    ("no relationships", { $0.parts.updateValue(nil, forKey: "xl/_rels/workbook.xml.rels") }),
    (
      "a sheet nested without end",
      { $0.parts["xl/worksheets/sheet1.xml"] = String(repeating: "<c>", count: 100_000) }
    ),
    (
      "a sheet that is cut",
      { $0.parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row r=\"1\"><c" }
    ),
  ]

  @Test(arguments: workbooks.map { $0.name })
  func workbooksAreReadOrRefused(name: String) throws {
    let change = try #require(HostileInputTests.workbooks.first { $0.name == name }?.change)
    var writer = WorkbookWriter(rows: [HostileInputTests.header, HostileInputTests.row])
    change(&writer)
    let result = WorkbookReading(writer.bytes)
    #expect(result.rows.count + result.rejects.count >= 1)
    #expect(result.rows.count <= 1)
    for reject in result.rejects { #expect(reject.reason.utf8.count < 1000) }
  }

  @Test func cellsOutOfOrderStandWhereTheySay() {
    var writer = WorkbookWriter(rows: [HostileInputTests.header])
    writer.sheet += "<row r=\"2\">"
    for (column, cell) in HostileInputTests.row.enumerated().reversed() {
      let place = CellReference(row: 2, column: column).text
      writer.sheet += "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
    }
    writer.sheet += "</row>"
    let result = WorkbookReading(writer.bytes)
    let sound = WorkbookReading(
      WorkbookWriter(rows: [HostileInputTests.header, HostileInputTests.row]).bytes)
    #expect(sound.rows.count == 1)
    // Either as if they stood in order, or told.
    #expect(result.rows == sound.rows || result.rejects.count == 1, "\(result.rejects)")
  }
}
