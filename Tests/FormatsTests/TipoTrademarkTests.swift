import Records
import Testing

@testable import Formats

struct TipoTrademarkTests {
  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func theGazetteGivesTheExpectedValues() throws {
    let bytes = try TrademarkReading.sample("tipo/index.xml")
    let marks = try TrademarkReading.marks(bytes)
    try #require(marks.count == 2434)
    #expect(
      TrademarkReading.line(marks[0])
        == "TW|109088843|02207609|2020-12-15|2022-03-16|2032-03-15||F FISHER SCIENTIFIC|1|"
        + "美商費雪科學公司|0")
    #expect(
      TrademarkReading.line(marks[2433])
        == "TW|110069524|02210042|2021-09-25|2022-03-16|2032-03-15||小民參政歐巴桑聯盟團體標章||"
        + "小民參政歐巴桑聯盟|0")
    // Counted with an independent reader: 3,245 classes of which one is U+3000.
    #expect(marks.reduce(0) { $0 + $1.classes.count } == 3244)
    #expect(marks.reduce(0) { $0 + $1.holders.count } == 2474)
    #expect(marks.filter { $0.holders.count > 1 }.count == 35)
    #expect(marks.filter { $0.kind == .collective }.count == 1)
    #expect(marks.filter { $0.feature == .threeDimensional }.map { $0.name } == ["寶寶立體圖"])
    #expect(marks.filter { $0.holders.contains { $0.name.contains("\u{3000}") } }.count == 87)
    #expect(marks.allSatisfy { $0.otherGoods == [] })
    #expect(bytes[marks[2433].source.offset...].starts(with: "<RegContent no=\"2434\">".utf8))
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func theApplicationsGiveTheExpectedValues() throws {
    let marks = try TrademarkReading.marks(try TrademarkReading.sample("tipo/TmarkAppl.xml"))
    try #require(marks.count == 25)
    #expect(
      TrademarkReading.line(marks[0]) == "TW|000000001||1951-02-27||||林森||盛香堂　許鉗|0")
    #expect(marks[0].otherGoods == [OtherGoods(symbol: "032", goods: ["美髮霜商品。"])])
    #expect(marks[0].holders[0].address == "臺中市復興路170號")
    #expect(marks[0].representatives == ["陳家蔭"])
    #expect(marks[9].otherGoods.map { $0.symbol } == ["024", "432"])
    #expect(marks.allSatisfy { $0.classes == [] && $0.kind == .individual })
    #expect(marks.map { $0.producedOn?.isoText } == Array(repeating: "2022-03-27", count: 25))
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutSamplesKeepWhatIsWhole() throws {
    let applications = try TrademarkReading.sample("tipo/TmarkAppl.xml")
    try TrademarkReading.expectCutsKeepWholeRecords(
      applications, wholeAt: TrademarkReading.ends(of: "</tmarkcontent>", in: applications),
      cuts: 60, format: "applications")
    let gazette = Array(try TrademarkReading.sample("tipo/index.xml").prefix(20_000))
    try TrademarkReading.expectCutsKeepWholeRecords(
      gazette, wholeAt: TrademarkReading.ends(of: "</RegContent>", in: gazette), cuts: 60,
      format: "gazette")
  }

  @Test func applicationsHaveClassesAndGroups() throws {
    let marks = try TrademarkReading.marks(
      try TrademarkReading.synthetic("tipo-trademark/TmarkAppl.xml"))
    try #require(marks.count == 2)
    #expect(
      marks[0].classes == [
        goodsClass(41, ["補習班；知識或技術傳授。"], groups: ["4103"]),
        goodsClass(9, ["電腦軟體。"], groups: ["0920", "0927"]),
      ])
    #expect(marks[0].holders.map { $0.name } == ["示例企業社　王大明", "示例科技（宿州）有限公司"])
    #expect(marks[0].holders.map { $0.country } == ["TW", "CN"])
    #expect(marks[0].holders[0].latinName == "EXAMPLE STUDIO")
    #expect(marks[0].kind == .certification)
    #expect(marks[0].isGeographicalIndication == true)
    #expect(marks[0].feature == .threeDimensional)
    // The class 032 of 1951 was cosmetics, not the beers of the Nice class 32.
    #expect(marks[1].classes == [])
    #expect(marks[1].otherGoods == [OtherGoods(symbol: "032", goods: ["美髮霜商品。"])])
  }

  @Test func gazetteYearsCountFrom1911() throws {
    let marks = try TrademarkReading.marks(
      try TrademarkReading.synthetic("tipo-trademark/gazette.xml"))
    try #require(marks.count == 2)
    #expect(marks[0].filingDate?.isoText == "2020-12-15")
    #expect(marks[0].expiryDate?.isoText == "2032-03-15")
    #expect(marks[0].classes.map { $0.nice } == [1, 35])
    #expect(marks[0].holders.map { $0.name } == ["示例化工股份有限公司", "日籍示　例子"])
    #expect(marks[0].holders[0].latinName == "EXAMPLE CHEMICAL CO., LTD.")
    #expect(marks[1].kind == .collective)
    #expect(marks[1].classes == [])
    #expect(marks[1].otherGoods == [])
  }

  /// Answers of a search service are no export.
  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      "TradeMarkInfo", "TrademarkDesignationGoodstInfo", "Empty_TradeMarkInfo",
      "Empty_TrademarkDesignationGoodstInfo", "Error_EmptyApplicationNumber", "Error_InvalidKey",
    ])
  func answersOfKiprisAreRefused(_ name: String) throws {
    let result = try read(try TrademarkReading.sample("kipris/\(name).xml"))
    #expect(result.records.isEmpty)
    #expect(result.rejects.map { $0.code } == [.unknownFormat])
    #expect(result.rejects.first?.reason.hasPrefix("root element <response> found") == true)
  }
}
