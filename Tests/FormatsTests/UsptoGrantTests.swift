import Records
import Testing

@testable import Formats

struct UsptoGrantTests {
  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func samplesGiveWhatAnotherReaderFinds() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    #expect(UsptoGolden.files.count == 27)
    for (name, lines) in UsptoGolden.files {
      for strict in [false, true] {
        let result = try UsptoSamples.read(file: folder + "/" + name, strict: strict)
        #expect(result.rejects == [], "\(name)")
        #expect(result.records.compactMap { $0.patent }.map(UsptoGolden.line) == lines, "\(name)")
      }
    }
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func filesOfADeliveryThatHoldNoRecordsAreIgnored() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let concatenation = try UsptoSamples.read(
      file: folder + "/uspto_concat_ipg060103.small.xml")
    #expect(concatenation.summary.ignored == ["sequence-listing": 2])
    let archive = try UsptoSamples.read(file: folder + "/uspto_zip_ipgb20221025_wk43.zip")
    #expect(archive.summary.ignored == ["listing": 1, "html": 1])
    #expect(archive.records.count == 11)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aDocumentOfV45HasAllItsFields() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let patent = try #require(
      try UsptoSamples.read(file: folder + "/uspto_grant_v4-5-B1.xml").records.first?.patent)
    #expect(
      patent.titles == [
        LanguageText(
          language: "en",
          text: "System and method for pre-charging a hybrid vehicle for improving reverse driving "
            + "performance")
      ])
    #expect(
      patent.ipc.map { $0.text } == [
        "B60L9/00", "B60L11/00", "B60L11/18", "G01C21/26", "B60K35/00", "B60W20/00",
      ])
    #expect(
      patent.cpc == [
        "B60L11/1809", "B60K35/00", "B60L11/1861", "G01C21/26", "B60K2350/1076", "B60W20/00",
      ])
    let toyota = Party(
      sequence: 1, name: "Toyota Motor Engineering & Manufacturing North America, Inc.",
      country: "US", province: "KY", city: "Erlanger")
    #expect(patent.applicants == [toyota])
    #expect(patent.assignees == [toyota])
    #expect(patent.inventors == ["Geoffrey D. Gaither"])
    #expect(patent.agencies == [Agency(name: "Snell & Wilmer LLP")])
    #expect(patent.citations.first == Citation(country: "US", number: "5856709", kind: "A"))
    #expect(patent.producedOn?.isoText == "2016-05-23")
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aDocumentOf2002HasAllItsFields() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let patent = try #require(
      try UsptoSamples.read(file: folder + "/uspto_grant_v2-5-B1.xml").records.first?.patent)
    #expect(patent.titles.map { $0.text } == ["Faucet support member"])
    // The delivery writes two columns for the main group where three are due.
    #expect(patent.ipc == [.malformed("E03C 104")])
    #expect(patent.inventors == ["Osamu Tokunaga", "Hideyuki Hasebe", "Sigemiti Inada"])
    #expect(
      patent.assignees == [Party(sequence: 1, name: "Toto Ltd.", country: "JP", city: "Fukuoka")])
    #expect(
      patent.priorities == [
        Priority(country: "JP", number: "9-290033", date: PartialDate("19971022")),
        Priority(country: "JP", number: "10-95065", date: PartialDate("19980407")),
      ])
    #expect(
      patent.internationalApplication
        == InternationalApplication(
          applicationNumber: "PCT/JP98/04545", filingDate: PartialDate("19981008"),
          publicationNumber: "WO99/20849", nationalEntry: PartialDate("20000424")))
    #expect(patent.citations.first == Citation(country: "US", number: "3669141", kind: "A"))
  }

  @Test func aWeeklyFile() throws {
    let result = try UsptoSamples.read(file: UsptoSamples.synthetic + "/uspto-grant/ipg250107.xml")
    let patents = result.records.compactMap { $0.patent }
    #expect(
      patents.map(UsptoGolden.line) == [
        "12999001 B2 2025-01-07 17999001 2022-11-15 invention H04L9/32 2 - 1/2/2/2 2 2 1 3",
        "D1099001 S1 2025-01-07 29999001 2023-06-01 design - 0 07-03 1/1/0/0 0 0 0 1",
        "PP036001 P3 2025-01-07 18999003 2023-06-02 plant A01H5/02 0 - 0/0/0/0 0 0 0 1",
        "RE050901 E1 2025-01-07 29999004 2022-03-01 design - 0 26-01 0/0/0/0 0 0 0 1",
      ])
    #expect(result.summary.ignored == ["sequence-listing": 1])
    #expect(result.rejects.map { $0.code } == [.truncated])
    let patent = try #require(patents.first)
    #expect(patent.titles.map { $0.text } == ["Ledger bridge with H2O cooling & café mode"])
    #expect(patent.abstracts.map { $0.text } == ["A bridge joins two ledgers — without trust."])
    #expect(patent.inventors == ["Ann B. Testman", "Erik Muster"])
    #expect(patent.assignees.map { $0.name } == ["Suixi Ledger Works Co., Ltd.", "Bare Name Inc."])
    #expect(patent.agencies.map { $0.name } == ["Sample & Sample LLP", "Mary Probe"])
    // Of a chain of divisions the one whose child is the document's own application.
    #expect(patent.parent?.text == "16888002")
    #expect(patent.relatedPublications.first?.number.canonical == "20230100001")
    #expect(
      patent.internationalApplication
        == InternationalApplication(
          applicationNumber: "PCT/CN2022/099901", filingDate: PartialDate("20220517"),
          publicationNumber: "WO2022/999901", nationalEntry: PartialDate("20221115")))
    #expect(patents.dropFirst().first?.inventors == ["Ann B. Testman Jr."])
  }

  @Test func applicantsOfV40AreTheInventors() throws {
    let result = try UsptoSamples.read(file: UsptoSamples.synthetic + "/uspto-grant/ipg050104.xml")
    #expect(result.rejects == [])
    let patent = try #require(result.records.first?.patent)
    #expect(
      patent.ipc == [IPCEntry("A45F5/04"), IPCEntry("C07C249/00"), IPCEntry("A41D13/00")]
        + [.malformed("E03C 104")])
    #expect(
      patent.applicants == [
        Party(sequence: 1, name: "Erik Muster", country: "DE", city: "Bonn"),
        Party(sequence: 2, name: "Ann B. Testman", province: "IL", city: "Springfield"),
      ])
    #expect(patent.inventors == ["Erik Muster", "Ann B. Testman"])
    #expect(patent.citations.count == 1)
    #expect(patent.claimCount == 2)
  }

  @Test func aDocumentOfST32() throws {
    let result = try UsptoSamples.read(file: UsptoSamples.synthetic + "/uspto-grant/pg020101.xml")
    #expect(result.rejects == [])
    let patent = try #require(result.records.first?.patent)
    #expect(
      UsptoGolden.line(patent)
        == "06399001 B1 2002-01-01 09599001 2000-06-22 invention A47L5/14 0 - 0/2/1/1 2 2 1 2")
    #expect(patent.ipc.map { $0.text } == ["A47L5/14", "G06F13/00"])
    #expect(patent.titles.map { $0.text } == ["Quiet cleaner with CO2 filter"])
    #expect(patent.inventors == ["Ann B. Testman Jr.", "Erik Müster"])
    #expect(patent.citations.map { $0.country } == ["US", "CA"])
    #expect(patent.parent?.text == "08499002")
    #expect(patent.assignees.map { $0.country } == [nil])
  }

  @Test func whatIsStillSGMLIsRefused() throws {
    let result = try UsptoSamples.read(file: UsptoSamples.synthetic + "/uspto-grant/sgml.xml")
    #expect(result.records == [])
    #expect(result.rejects.map { $0.code } == [.xmlSyntax])
  }

  @Test(arguments: [
    ("us-patent-grant", "<us-patent-grant country=\"US\"/>", Reject.Code.noNumber),
    ("PATDOC", "<PATDOC><SDOBI/></PATDOC>", .noNumber),
    (
      "a number without a kind",
      "<PATDOC><SDOBI><B100><B110>06399001</B110></B100></SDOBI></PATDOC>", .badValue
    ),
    (
      "entities that are not images",
      "<!DOCTYPE PATDOC [<!ENTITY a \"b\">]><PATDOC><SDOBI/></PATDOC>", .entityDeclaration
    ),
  ])
  func nothingIsPassedOverInSilence(_ name: String, _ text: String, _ code: Reject.Code) throws {
    let result = try read(text)
    #expect(result.records == [])
    #expect(result.rejects.map { $0.code } == [code])
  }

  @Test func anEmptyInternalSubsetNeedsNoParser() throws {
    let text = #"<!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v45-2014-04-03.dtd" [ ]>"#
    func declaring(_ subset: String) -> String { text.replacing("[ ]", with: "[\(subset)]") }
    let cases: [(doctype: String, isPlain: Bool, needsParser: Bool)] = [
      (text, true, false), (text + "\n", true, false), (declaring(""), true, false),
      (declaring(" <!-- x --> "), true, true), (declaring("<!ELEMENT a (b, c*)>"), true, true),
      ("<!-- a --><!DOCTYPE a PUBLIC \"b\" \"c.dtd\">", true, true),
      (declaring("<!ELEMENT a (b)"), false, false), (declaring("<!ENTITY a 'b'>"), false, false),
      (declaring("%a;"), false, false), (declaring("<!ELEMENT a (%b;)>"), false, false),
      (declaring("<?a b?>"), false, false), (declaring("<!-- x"), false, false),
      (String(text.dropLast(2)), false, false),
    ]
    for (doctype, isPlain, needsParser) in cases {
      var bytes = Array(doctype.utf8)
      let count = bytes.count
      bytes += repeatElement(0, count: 16)
      let prolog = bytes.withUnsafeBufferPointer { PlainProlog($0.baseAddress!, count: count) }
      #expect((prolog != nil) == isPlain, "\(doctype)")
      #expect((prolog?.needsParser ?? false) == needsParser, "\(doctype)")
    }
  }

  /// A default that the DOCTYPE gives a kept attribute counts, and a declaration that is none is a
  /// fault, as for the parser alone.
  @Test(arguments: [
    ("<!ELEMENT a (b)>", "1", 0), ("<!ATTLIST exchange-document country CDATA 'EP'>", "2", 0),
    ("<!ATTLIST exchange-document doc-number NMTOKEN #IMPLIED>", "1", 0),
    ("<!ELEMENT a (b,>", nil, 1), ("<!ELEMENT a><!ELEMENT a>", nil, 1),
  ])
  func declarationsCount(_ subset: String, _ country: String?, _ rejects: Int) throws {
    // The country of the second case stands in the DOCTYPE alone.
    let own = country == "2" ? "" : #" country="DE""#
    let text = #"""
      <!DOCTYPE exchange-documents [\#(subset)]>
      <exchange-documents><exchange-document\#(own) doc-number="1234567" kind="A1"/></exchange-documents>
      """#
    for usesScan in [true, false] {
      let reader = try #require(DocumentReader(strict: false, usesScan: usesScan))
      var bytes = Array(text.utf8)
      let count = bytes.count
      bytes += repeatElement(0, count: 16)
      var output = UnitOutput()
      bytes.withUnsafeBufferPointer {
        reader.read(
          $0.baseAddress!, count: count, source: Source(file: "a.xml"), offset: 0, into: &output)
      }
      let countries = output.read.records.map { record -> String in
        if case .patent(let publication) = record { return publication.country }
        return ""
      }
      let expected = country == nil ? [] : [country == "2" ? "EP" : "DE"]
      #expect(countries == expected, "\(usesScan) \(subset)")
      #expect(output.read.rejects.count == rejects, "\(usesScan) \(subset)")
    }
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func documentsOfV4NeedNoParser() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    for name in ["uspto_concat_ipg060103.small.xml", "uspto_application_v4-5-A1.xml"] {
      let bytes = try UsptoSamples.bytes(folder + "/" + name)
      let reader = try #require(DocumentReader(strict: false))
      var output = UnitOutput()
      (bytes + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        reader.read(
          start, count: bytes.count, source: Source(file: name), offset: 0, into: &output)
      }
      #expect(!output.read.records.isEmpty)
      #expect(reader.documentsParsed == 0, "\(name)")
    }
  }

  @Test func cutFilesKeepEachWholeDocument() throws {
    var files = [UsptoSamples.synthetic + "/uspto-grant/pg020101.xml"]
    if let folder = UsptoSamples.folder {
      files += ["uspto_grant_v2-5-S1.xml", "uspto_xml2014_US08930553.xml"].map { folder + "/" + $0 }
    }
    for file in files {
      let bytes = try UsptoSamples.bytes(file)
      let end = try #require(
        (UsptoSamples.ends(of: "</us-patent-grant>", in: bytes)
          + UsptoSamples.ends(of: "</PATDOC>", in: bytes)).last)
      let faults = try UsptoSamples.faults(ofCutting: bytes, ends: [(end, 1)], cuts: 150)
      #expect(faults == [], "\(file)")
    }
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutConcatenationsKeepEachWholeDocument() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let bytes = try UsptoSamples.bytes(folder + "/uspto_concat_ipg060103.small.xml")
    let ends =
      UsptoSamples.ends(of: "</us-patent-grant>", in: bytes).map { (end: $0, records: 1) }
      + UsptoSamples.ends(of: "</sequence-cwu>", in: bytes).map { (end: $0, records: 0) }
    #expect(ends.count == 27)
    let faults = try UsptoSamples.faults(
      ofCutting: bytes, ends: ends.sorted { $0.end < $1.end }, cuts: 30)
    #expect(faults == [])
  }
}
