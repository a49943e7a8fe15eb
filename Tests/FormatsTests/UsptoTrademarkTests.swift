import Records
import Testing

@testable import Formats

struct UsptoTrademarkTests {
  static let sample = "uspto/uspto-daily-2018-02-18-10casefiles.xml"

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func theSampleGivesTheExpectedValues() throws {
    let marks = try TrademarkReading.marks(try TrademarkReading.sample(Self.sample))
    #expect(
      marks.map { TrademarkReading.line($0) } == [
        "US|87310367||2017-01-23|||688|TUSIMPLE|9,12,39,42|TuSimple|16",
        "US|87703889||2017-11-30|||630|TU SIMPLE|9,12,39,42|TuSimple|4",
        "US|87703896||2017-11-30|||630|TU SIMPLE|9,12,39,42|TuSimple|3",
        "US|87796079||2018-02-13|||630|CLEANPULP|42|Solenis Technologies, L.P.|4",
        "US|71112081|0124134|1918-07-11|1919-01-14||800|CUTEX|8|CUTEX, INC.|24",
        "US|71522974|0436748|1947-05-24|1948-02-17||800|COLUMBIAN|16|Quality Park, LLC|24",
        "US|72029003|0657968|1957-04-29|1958-02-04||800|B & G|6|FLUID HANDLING LLC|17",
        "US|72045204|0672905|1958-02-03|1959-01-20||800|ROCK CREEK|32|"
          + "CANADA DRY POTOMAC CORPORATION|23",
        "US|72243407|0832787|1966-04-14|1967-08-01||800|CELANESE|1|"
          + "CELANESE INTERNATIONAL CORPORATION|23",
        "US|72244388|0864928|1966-04-27|1969-02-18||703|AUDION|7|AUDION ELEKTRO B.V.|10",
        "US|72244547|0843074|1966-04-29|1968-01-30||800|CARBOLINE|1,19,2,3|"
          + "CARBOLINE INTERNATIONAL CORPORATION|26",
      ])
    #expect(
      marks.map { $0.isInForce } == [Bool](repeating: false, count: 4)
        + [Bool](repeating: true, count: 7))
    #expect(marks.allSatisfy { $0.producedOn?.isoText == "2018-02-18" })
    #expect(marks.allSatisfy { $0.kind == .individual })
    #expect(marks[1].feature == .combined)
    #expect(marks[9].holders[0].country == "NL")
    #expect(marks[4].holders[0].country == "US")
    // The goods of classes 1, 19, 2 and 3 stand under the domestic classes 5, 12, 16 and 52.
    #expect(
      marks[10].classes.map { $0.goods.first?.prefix(14) } == [
        "ADHESIVES FOR ", "NON-PAINT-LIKE", "PAINT-LIKE, TW", "CHEMICAL CLEAN",
      ])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutSamplesKeepWhatIsWhole() throws {
    let bytes = try TrademarkReading.sample(Self.sample)
    try TrademarkReading.expectCutsKeepWholeRecords(
      bytes, wholeAt: TrademarkReading.ends(of: "</case-file>", in: bytes), cuts: 100,
      format: "uspto-trademark")
  }

  @Test func oldGoodsStandUnderTheirNiceClasses() throws {
    let marks = try TrademarkReading.marks(
      try TrademarkReading.synthetic("uspto-trademark/apc990101.xml"))
    try #require(marks.count == 2)
    #expect(marks[0].registrationNumber == nil)
    #expect(
      marks[0].holders.map { $0.name } == [
        "Suzhou Dangshan Example Fruit Co., Ltd.", "Co-owner Example LLC",
      ])
    #expect(marks[0].holders.map { $0.country } == ["CN", "US"])
    #expect(
      marks[0].priorities == [
        Priority(country: "CN", number: "99000001", date: PartialDate("2024-06-01"))
      ])
    #expect(marks[0].classes == [goodsClass(31, ["Fresh pears"], status: "6")])
    let old = marks[1]
    #expect(old.classes == [goodsClass(8, ["EMERY EXAMPLES"], status: "6")])
    #expect(old.otherGoods == [OtherGoods(symbol: "A", goods: ["CERTIFIED EXAMPLES"])])
    #expect(old.kind == .certification)
    #expect(old.holders.map { $0.name } == ["LATEST EXAMPLE, INC."])
    #expect(
      old.formerHolders.map { $0.name } == ["MIDDLE EXAMPLE CORPORATION", "FIRST EXAMPLE COMPANY"])
    #expect(old.representatives == ["EXAMPLE CORRESPONDENT"])
  }

  @Test(arguments: [
    ("700", true), ("778", true), ("800", true), ("710", false), ("900", false), ("630", false),
    ("Registered", nil), ("", nil),
  ])
  func statusCodesTellWhatIsAlive(_ code: String, _ isInForce: Bool?) {
    #expect(UsptoStatus.isInForce(code) == isInForce)
  }
}
