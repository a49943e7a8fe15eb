import Records
import Testing

@testable import Formats

struct ReadingTests {
  typealias Export = SyntheticExports

  @Test func everyFieldOfASyntheticDocument() throws {
    let patent = try #require(try read(Export.cnipa()).records.first?.patent)
    #expect(patent.publicationNumber.canonical == "113991218")
    #expect(patent.publicationDate?.number == 20_211_210)
    #expect(patent.producedOn?.number == 20_211_205)
    #expect(patent.status == .new)
    #expect(patent.right == .invention)
    #expect(patent.abstracts == [LanguageText(language: "zh", text: "摘要。")])
    #expect(patent.claimCount == 1)
  }

  @Test func claimsInCommentsAndSectionsDoNotCount() throws {
    let claims = """
      <b:Claim num="1"><b:ClaimText>a<b:Claim num="x"/></b:ClaimText></b:Claim>
      <!-- <b:Claim num="2"></b:Claim> --><![CDATA[<b:Claim num="3"></b:Claim>]]>
      <b:Claim id="none"/><b:Claim num="4"/>
      """
    for strict in [false, true] {
      let patent = try #require(
        try read(Export.cnipa(claims: claims), strict: strict).records.first?.patent)
      #expect(patent.claimCount == 2)
    }
  }

  @Test func declarationsWithinADocumentAreNoBoundary() throws {
    let inside = "<![CDATA[<?xml version=\"1.0\"?>]]><!-- <?xml version=\"1.0\"?> -->"
    let text =
      Export.cnipa(serial: 1, title: "a" + inside, description: inside)
      + Export.cnipa(serial: 2)
    let result = try read(text)
    #expect(result.rejects.isEmpty)
    #expect(result.records.count == 2)
  }

  @Test func anAbstractBehindTheDescriptionIsRead() throws {
    var text = Export.cnipa()
    let abstract = "<b:Abstract><a:Paragraphs num=\"0001\">摘要。</a:Paragraphs></b:Abstract>\n"
    text = text.replacing(abstract, with: "")
      .replacing("<b:Claims>", with: abstract + "<b:Claims>")
    let patent = try #require(try read(text).records.first?.patent)
    #expect(patent.abstracts.first?.text == "摘要。")
    #expect(patent.claimCount == 1)
  }

  @Test func namesOfHTMLAreResolvedWhereADTDIsNamed() throws {
    let text = Export.cnipa(
      title: "A&ndash;B", doctype: #"<!DOCTYPE x SYSTEM "/absent.dtd">"#, description: "a&nbsp;b")
    let patent = try #require(try read(text).records.first?.patent)
    #expect(patent.titles.first?.text == "A–B")
  }

  @Test func encodings() throws {
    let plain = Export.cnipa(declaration: "<?xml version=\"1.0\" encoding=\"gb2312\"?>")
    let start = plain.firstRange(of: "一种跨链方法")!
    // 一种镕方法: the third character is in GBK, not in GB2312.
    let bytes =
      Array(plain[..<start.lowerBound].utf8)
      + [0xD2, 0xBB, 0xD6, 0xD6, 0xE9, 0x46, 0xB7, 0xBD, 0xB7, 0xA8]
      + Array("</b:InventionTitle></b:BibliographicData></b:PatentDocumentAndRelated>".utf8)
    let converted = try read(bytes)
    #expect(converted.rejects.isEmpty)
    #expect(converted.records.first?.patent?.titles.first?.text.hasPrefix("一种") == true)
    #expect(converted.records.first?.patent?.titles.first?.text.hasSuffix("方法") == true)

    let mislabelled = try read(plain)
    #expect(mislabelled.records.first?.patent?.titles.first?.text == "一种跨链方法")

    let wide = Export.cnipa(declaration: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
    for isBig in [false, true] {
      let units = ("\u{FEFF}" + wide + wide).utf16
      let utf16 = units.flatMap {
        isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
      }
      let result = try read(utf16)
      #expect(result.rejects.isEmpty)
      #expect(
        result.records.compactMap { $0.patent?.titles.first?.text }
          == ["一种跨链方法", "一种跨链方法"])
    }
  }

  @Test func concatenationsOfEveryKind() throws {
    let plain = Export.cnipa(serial: 1)
    let text =
      plain + "\n\u{FEFF}" + Export.cnipa(serial: 2)
      + Export.cnipa(serial: 3, doctype: #"<!DOCTYPE x SYSTEM "a.dtd">"#, declaration: "")
      + Export.cnipa(serial: 4, declaration: "") + "<?pi x?><!-- end -->"
      + Export.status([Export.statusRecord(7)]) + Export.cnipa(serial: 5)
    for workers in [1, 2] {
      let result = try read(text, workers: workers)
      #expect(result.rejects.isEmpty)
      #expect(
        result.records.map { $0.patent?.publicationNumber.canonical ?? "event" }
          == ["113000001", "113000002", "113000003", "113000004", "event", "113000005"])
      #expect(result.summary.formats == ["cnipa": 5, "cnipa-prs": 1])
    }
  }

  @Test func truncationAnywhereLosesNoNeighbour() throws {
    let document = Array(
      Export.cnipa(
        serial: 1, title: "<![CDATA[甲]]>乙<!-- c -->",
        doctype: #"<!DOCTYPE x SYSTEM "a.dtd">"#,
        description: "<a:P x='1'>丙&lt;<![CDATA[d]]><!-- e --><?f g?></a:P>"
      ).utf8)
    let neighbour = Array(
      Export.cnipa(
        serial: 2, title: "<![CDATA[甲]]><!-- c -->", description: "<![CDATA[d]]><!--e-->"
      )
      .utf8)
    for cut in 1..<document.count {
      for strict in [false, true] {
        let result = try read(Array(document[..<cut]) + neighbour, strict: strict)
        #expect(
          result.records.compactMap { $0.patent?.publicationNumber.canonical }
            == ["113000002"], "cut at \(cut), strict \(strict): \(result.rejects)")
        #expect(result.rejects.count == 1, "cut at \(cut): \(result.rejects)")
        #expect(result.rejects.first?.source.offset == 0)
      }
    }
  }

  @Test func largeDocumentsAndManySpaces() throws {
    let long = String(
      repeating: "<a:Paragraphs>" + String(repeating: "长", count: 100)
        + "</a:Paragraphs>", count: 2_000)
    let spaces = String(repeating: "\u{A0}", count: 50_000)
    let result = try read(Export.cnipa(title: "甲\(spaces)乙", description: long + spaces))
    #expect(result.rejects.isEmpty)
    #expect(result.records.first?.patent?.titles.first?.text.unicodeScalars.count == 50_002)
  }

  @Test func streamsAreCutWithoutLoss() throws {
    let filler = "<a:Paragraphs>" + String(repeating: "长", count: 3_000) + "</a:Paragraphs>"
    var text = ""
    for serial in 1...900 { text += Export.cnipa(serial: serial, description: filler) }
    for workers in [1, 2] {
      let result = try read(text, workers: workers)
      #expect(result.rejects.isEmpty)
      #expect(
        result.records.compactMap { $0.patent?.publicationNumber.canonical }
          == (1...900).map { String(113_000_000 + $0) })
      let bytes = Array(text.utf8)
      for record in result.records {
        let offset = try #require(record.patent?.source.offset)
        #expect(bytes[offset...].starts(with: "<?xml".utf8))
      }
    }
  }
}
