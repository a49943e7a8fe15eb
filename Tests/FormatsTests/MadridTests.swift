import Records
import Testing

@testable import Formats

struct MadridTests {
  @Test func anOutgoingRegistrationIsRead() throws {
    let marks = try TrademarkReading.marks(
      try TrademarkReading.synthetic("madrid/registrations.xml"))
    try #require(marks.count == 2)
    let mark = marks[0]
    #expect(mark.office == "WO")
    #expect(mark.internationalNumber == "9900001")
    #expect(mark.originOffice == "CN")
    #expect(mark.registrationDate?.isoText == "2018-05-16")
    #expect(mark.expiryDate?.isoText == "2028-05-16")
    #expect(mark.name == "SHILI 梨")
    #expect(mark.classes == [goodsClass(31, ["Fresh pears"], edition: "11-2018")])
    #expect(mark.otherGoods == [])
    #expect(
      mark.holders == [
        Holder(
          name: "Suzhou Dangshan Example Fruit Co., Ltd.",
          address: "No. 1, Example Road, Dangshan County, 235300 Anhui", country: "CN")
      ])
    #expect(mark.formerHolders.map { $0.name } == ["Earlier Example Fruit Factory"])
    #expect(mark.representatives == ["Example Trademark Agency"])
    #expect(mark.basicNumbers == ["13999991"])
    #expect(mark.designations == ["JP", "KR"])
    #expect(mark.priorities.map { $0.number } == ["28999991"])
    #expect(mark.events.map { $0.code } == ["ENN", "RFNT", "GP18N", "EXN"])
    #expect(mark.events[1].offices == ["JP"])
    #expect(mark.events[1].issue == "2019/12")
    #expect(mark.events[1].publishedOn?.isoText == "2019-04-04")
    // Whatever the order of the attributes, the recording counts before the notice.
    #expect(mark.events[2].date?.isoText == "2020-02-01")
    #expect(mark.events[3].offices == ["VN", "TH"])
    #expect(marks[1].internationalNumber == "9900002A")
    #expect(marks[1].kind == .other)
    #expect(marks[1].feature == .threeDimensional)
    #expect(marks[1].classes == [goodsClass(33, ["Spiritueux"], edition: "9")])
    #expect(marks[1].designations == ["CN"])
  }

  @Test func marksAloneAreDocuments() throws {
    let mark = "<MARKGR INTREGN=\"1\" OOCD=\"CN\"><IMAGE TEXT=\"A\"/></MARKGR>"
    let marks = try TrademarkReading.marks(Array((mark + mark).utf8))
    #expect(marks.map { $0.name } == ["A", "A"])
    #expect(marks.map { $0.source.offset } == [0, mark.utf8.count])
    #expect(try read("<MARKGR OOCD=\"CN\"/>").rejects.map { $0.code } == [.noNumber])
    #expect(try read("<ROMARIN/>").rejects.map { $0.code } == [.noNumber])
  }

  @Test func cutsKeepWhatIsWhole() throws {
    let bytes = try TrademarkReading.synthetic("madrid/registrations.xml")
    try TrademarkReading.expectCutsKeepWholeRecords(
      bytes, wholeAt: TrademarkReading.ends(of: "</MARKGR>", in: bytes), cuts: 200,
      format: "madrid")
  }
}
