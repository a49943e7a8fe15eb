import Records
import Testing

@testable import Formats

struct St66Tests {
  /// One line a sample: the file, and what an independent reader finds in it.
  static let samples = [
    ("st66-ipas/brtm-test01.xml", "BR|MMA1501730141|||||Depositado|||Shengqun Zhou|1"),
    (
      "st66-ipas/idtm-translation.xml",
      "ID|D002014030000||2014-06-27|||Rejected|SECRET (Tulisan & Lukisan)|9|"
        + "CREATIVE HOTHOUSE TECHNOLOGIES PTE, LTD|2"
    ),
    ("st66-ipas/jotm-test.xml", "TO|2017/3420||2017-07-26|||Examined|TOKO|25|Lei Signs|4"),
    (
      "st66-ipas/khtm-khtm.xml",
      "KH|KH/673426/M|673426|2015-08-06|2016-06-10|2025-08-06|Registered|ZomaJet|10|Ferring B.V.|5"
    ),
    (
      "st66-ipas/latm-test.xml",
      "LA|37978|38524|2016-08-17|2017-08-15|2027-08-15|Registered|TA YA|9|"
        + "TA YA ELECTRIC WIRE & CABLE CO., LTD.|4"
    ),
    (
      "st66-ipas/mgtm-test.xml",
      "MG|MG/M/2018/516|19695|2018-07-04|2019-01-17|2028-07-04|Registered|chicetnic|14,18,21,24,25|"
        + "RAMIANDRISOA Hery Gedeon|2"
    ),
    (
      "st66-ipas/mytm-mytm.xml",
      "MY|2012060000||2012-12-13|2012-06-13|2022-06-13|Registered|P|9|Path Mobile Inc Pte. Ltd.|5"
    ),
    (
      "st66-ipas/smtm-test.xml",
      "SM|SM/M/2010/000119|2010000119|2010-12-29|2012-01-23|2020-12-29|Registered|"
        + "SAN MARINO CHANNEL ONE|9,25,35,38,41|SAN MARINO RTV SPA|5"
    ),
    (
      "st66-ipas/totm-nofeature.xml",
      "TO|2000/511|412|2000-05-12|2000-05-12|2010-05-12|1058||31|Mars, Incorporated|4"
    ),
    (
      "st66-ipas/totm-syntax.xml",
      "TO|2006/1856|1611|2006-12-06|2009-08-21|2016-12-06|Registered|VERIZON BUSINESS & device|"
        + "41,9,38,42,37,16,36,35,45|Verizon Trademark Services LLC|4"
    ),
    (
      "tmview/ro-tmview-record.xml",
      "RO|M 2012 00091|119857|2012-01-10|2012-09-19|2022-01-10|Registered|MSR|9,16,25,28,35,42|"
        + "AG CAMO INTERNATIONAL S.R.L.|0"
    ),
    (
      "st66-st96-tsdr/py-sn76044902.xml",
      "US|76044902|2824281|2000-05-09|2004-03-23||702|PYTHON|9,42|PYTHON SOFTWARE FOUNDATION|33"
    ),
    (
      "st66-st96-tsdr/rn2178784-ST66.xml",
      "US|74631225|2178784|1995-02-07|1998-08-04||800|JAVA|9|Oracle America, Inc.|34"
    ),
    (
      "st66-st96-tsdr/rn3886986-ST66.xml",
      "US|77658723|3886986|2009-01-28|2010-12-07||702|THE BLUEBOOK A UNIFORM SYSTEM OF CITATION|"
        + "41,16|COLUMBIA LAW REVIEW ASSOCIATION, INC.; HARVARD LAW REVIEW ASSOCIATION; "
        + "UNIVERSITY OF PENNSYLVANIA LAW REVIEW; THE YALE LAW JOURNAL|35"
    ),
    (
      "st66-st96-tsdr/sn77478018-ST66.xml",
      "US|77478018|3717416|2008-05-19|2009-12-01||701||30,25,14|Haydel's Bakery|41"
    ),
    (
      "st66-st96-tsdr/sn85334015-ST66.xml",
      "US|85334015|4281391|2011-05-31|2013-01-29||700|ULTRABOOK|9|Intel Corporation|36"
    ),
  ]

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: samples)
  func samplesGiveTheExpectedValues(_ file: String, _ expected: String) throws {
    let bytes = try TrademarkReading.sample(file)
    let marks = try TrademarkReading.marks(bytes)
    #expect(marks.map { TrademarkReading.line($0) } == [expected])
    let mark = try #require(marks.first)
    #expect(mark.format == "st66")
    #expect(bytes[mark.source.offset...].starts(with: "<TradeMark>".utf8))
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutSamplesKeepWhatIsWhole() throws {
    let inside = try TrademarkReading.sample("st66-ipas/mytm-mytm.xml")
    try TrademarkReading.expectCutsKeepWholeRecords(
      inside, wholeAt: TrademarkReading.ends(of: "</TradeMark>", in: inside), cuts: 150,
      format: "applicants inside")
    // A mark whose applicants stand beside it is whole when they are.
    let beside = try TrademarkReading.sample("st66-st96-tsdr/rn2178784-ST66.xml")
    try TrademarkReading.expectCutsKeepWholeRecords(
      beside, wholeAt: TrademarkReading.ends(of: "</TransactionContentDetails>", in: beside),
      cuts: 150, format: "applicants beside")
  }

  @Test func aNameCutToThatOfARootBeginsNoDocument() throws {
    let result = try read("<Transaction><TradeMarkTransactionBody><Transaction")
    #expect(result.rejects.map { $0.code } == [.truncated])
    #expect(result.rejects.map { $0.source.offset } == [0])
  }

  @Test func marksOfOneTransactionAreRecordsOfTheirOwn() throws {
    let bytes = try TrademarkReading.synthetic("st66/transaction.xml")
    let marks = try TrademarkReading.marks(bytes)
    try #require(marks.count == 2)
    let mark = marks[0]
    #expect(
      TrademarkReading.line(mark)
        == "XX|XX/2019/000101||2019-03-04|2019-02-28|2029-03-04|Registration expired|示例灵宝|29,35|"
        + "宿州灵璧示例食品有限公司|2")
    #expect(mark.kind == .individual)
    #expect(mark.feature == .threeDimensional)
    #expect(mark.isInForce == nil)
    #expect(mark.producedOn?.isoText == "2025-11-30")
    #expect(mark.classes.map { $0.goods } == [["Preserved meat"], ["Publicité"]])
    #expect(mark.holders[0].latinName == "Suzhou Lingbi Example Food Co., Ltd.")
    #expect(mark.holders[0].address == "安徽省宿州市灵璧县示例路1号")
    #expect(mark.holders[0].country == "CN")
    #expect(mark.events.map { $0.issue } == [nil, nil])
    #expect(mark.events[1].name == nil)
    #expect(marks[1].holders.map { $0.name } == ["Ana Example"])
    #expect(marks[1].holders[0].country == nil)
    #expect(marks[1].kind == .other)
    #expect(marks[1].feature == .other)
  }

  @Test func ownersBesideTheMarkAreAHistory() throws {
    let mark = try #require(
      try TrademarkReading.marks(try TrademarkReading.synthetic("st66/owners-beside.xml")).first)
    #expect(mark.holders.map { $0.name } == ["Later Example, Inc."])
    #expect(mark.holders[0].address == "1 Example Way, Springfield, OREGON, 97477")
    #expect(mark.formerHolders.map { $0.name } == ["First Example LLC"])
    #expect(mark.filingDate?.isoText == "2015-02-07")
    #expect(mark.isInForce == true)
    #expect(mark.classes == [goodsClass(9, ["Example software"], status: "6")])
  }

  @Test func updatesNameHoldersByNumber() throws {
    let result = try read(try TrademarkReading.synthetic("st66/updates.xml"))
    let marks = TrademarkReading.marks(result.records)
    #expect(marks.map { $0.delivery } == [.replaced, .new, .deleted])
    #expect(marks.map { $0.holderIdentifiers } == [["700001"], [], []])
    #expect(marks.map { $0.holders.map { $0.name } } == [[], ["Esempio S.p.A."], []])
    #expect(marks[0].kind == .certification)
    #expect(result.rejects.map { $0.code } == [.noNumber])
    #expect(result.rejects.first?.reason.hasPrefix("1 applicants or representatives") == true)
  }

  @Test func theFormOfTheUnitedKingdomIsRead() throws {
    let text = """
      <TradeMark><ApplicationNumber>UK00009900001</ApplicationNumber>
      <ApplicationDateTime>2020-02-03T00:00:00</ApplicationDateTime>
      <IPOPublicMarkCurrentStatusCode>Registered</IPOPublicMarkCurrentStatusCode>
      <GoodsServicesDetails><ClassificationVersion>11-2020</ClassificationVersion>
      <ClassDescriptionDetails><ClassDescription><ClassNumber>9</ClassNumber>
      <GoodsServicesDescription LanguageCode="en">Examples</GoodsServicesDescription>
      </ClassDescription></ClassDescriptionDetails></GoodsServicesDetails>
      <ApplicantDetails><Applicant><Name>Example Ltd</Name><AddressBook>
      <AddressLine>1 Example Street</AddressLine><Town>Example</Town>
      <CountryCode>GB</CountryCode></AddressBook></Applicant></ApplicantDetails></TradeMark>
      """
    let mark = try #require(try TrademarkReading.marks(Array(text.utf8)).first)
    #expect(
      TrademarkReading.line(mark)
        == "GB|UK00009900001||2020-02-03|||Registered||9|Example Ltd|0")
    #expect(mark.classes.map { $0.goods } == [["Examples"]])
    #expect(mark.holders.map { $0.address } == ["1 Example Street, Example"])
  }

  /// An office's own form that no standard describes.
  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      "cancellations", "collcert", "eventdata", "international", "markfeature", "noevents",
      "opposition", "tlit",
    ])
  func theFormOfIsraelIsRefused(_ name: String) throws {
    let result = try read(try TrademarkReading.sample("il-tmbrand/\(name).xml"))
    #expect(result.records.isEmpty)
    #expect(result.rejects.map { $0.code } == [.unknownFormat])
    #expect(result.rejects.first?.reason.hasPrefix("root element <TMBRAND> found") == true)
  }

  @Test func aBrokenMarkCostsNoOther() throws {
    let text = String(
      decoding: try TrademarkReading.synthetic("st66/transaction.xml"), as: UTF8.self)
    for (from, to, code) in [
      ("XX/2020/000102", "", Reject.Code.noNumber), ("XX/2020/000102", "&zzz;", .undefinedEntity),
      ("<KindMark>Coll", "<KindMark Coll", .xmlSyntax),
      ("XX/2020/000102", "\u{2}", .controlCharacter),
    ] {
      let broken = text.replacing(from, with: to)
      let result = try read(broken)
      #expect(
        TrademarkReading.marks(result.records).map { $0.applicationNumber } == ["XX/2019/000101"])
      #expect(result.rejects.map { $0.code } == [code])
      let offset = try #require(result.rejects.first?.source.offset)
      #expect(Array(broken.utf8)[offset...].starts(with: "<TradeMark>".utf8))
    }
  }

  @Test func manyMarksComeInBlocks() throws {
    let text = String(
      decoding: try TrademarkReading.synthetic("st66/transaction.xml"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "<TradeMark>")).lowerBound
    let end = try #require(text.ranges(of: "</TradeMark>").last).upperBound
    let marks = text[start..<end]
    let count = (3 << 20) / marks.utf8.count
    let large =
      String(text[..<start]) + String(repeating: String(marks), count: count)
      + text[end...]
    let result = try read(Array(large.utf8), workers: 2)
    #expect(result.rejects == [])
    #expect(result.records.count == 2 * count)
    let offsets = TrademarkReading.marks(result.records).map { $0.source.offset }
    #expect(Set(offsets).count == 2 * count)
  }

  @Test func ownersBesideComeInBlocksWithTheirMarks() throws {
    let text = String(
      decoding: try TrademarkReading.synthetic("st66/owners-beside.xml"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "<TransactionContentDetails>")).lowerBound
    let end = try #require(text.firstRange(of: "</TransactionContentDetails>")).upperBound
    let count = (3 << 20) / (text.utf8.count - 200)
    let large =
      String(text[..<start])
      + (0..<count).map { number in
        text[start..<end].replacing("99000001", with: String(98_000_000 + number))
          .replacing("Later Example", with: "Later \(number)")
      }.joined() + text[end...]
    let result = try read(Array(large.utf8), workers: 2)
    #expect(result.rejects == [])
    let marks = TrademarkReading.marks(result.records)
    #expect(marks.count == count)
    for (number, mark) in marks.enumerated() {
      #expect(mark.applicationNumber == String(98_000_000 + number))
      #expect(mark.holders.map { $0.name } == ["Later \(number), Inc."])
    }
  }

  @Test(arguments: [
    ("Individual", Trademark.Kind.individual), ("TRADE MARK", .individual),
    ("Trademark, Service Mark", .individual), ("EU Certificate", .certification),
    ("Guarantee", .certification), ("EU Collective", .collective), ("Defensive", .defensive),
    ("Collective/Certification mark", .other), ("Marca", .other), ("團體標章", .collective),
    ("產地證明標章", .certification), ("商標", .individual),
  ])
  func kindsAreReadFromWords(_ words: String, _ kind: Trademark.Kind) {
    let found = words.withFieldText { $0.map { Trademark.Kind(words: $0) } }
    #expect(found == kind)
  }

  @Test(arguments: [
    ("Word", Trademark.Feature.word), ("COMBINED", .combined), ("3D shape", .threeDimensional),
    ("3-D", .threeDimensional), ("TYPESET WORD(S) /LETTER(S) /NUMBER(S)", .word),
    ("AN ILLUSTRATION DRAWING WITHOUT ANY WORDS(S)/ LETTER(S)/NUMBER(S)", .figurative),
    ("AN ILLUSTRATION DRAWING WHICH INCLUDES WORD(S)/ LETTER(S)/NUMBER(S)", .combined),
    ("Stylized characters", .word), ("Sound", .sound), ("Olfactory", .other), ("Undefined", nil),
    ("Merek Kata dan Lukisan", .other), ("(墨色)(平面)", nil), ("(彩色)(立體)", .threeDimensional),
  ])
  func featuresAreReadFromWords(_ words: String, _ feature: Trademark.Feature?) {
    let found = words.withFieldText { $0.flatMap { Trademark.Feature(words: $0) } }
    #expect(found == feature)
  }
}

/// A class with its goods, for comparisons.
func goodsClass(
  _ nice: Int, _ goods: [String], groups: [String] = [], status: String? = nil,
  edition: String? = nil
) -> GoodsClass {
  var item = GoodsClass(nice: nice, edition: edition, goods: goods, groups: groups)
  item.status = status
  return item
}
