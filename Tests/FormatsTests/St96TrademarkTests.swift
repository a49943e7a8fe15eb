import Records
import Testing

@testable import Formats

struct St96TrademarkTests {
  static let samples = [
    (
      "py-rn2178784-ST-961_D3.xml",
      "US|74631225|2178784|1995-02-07|1998-08-04||800|JAVA|9|Oracle America, Inc.|35"
    ),
    (
      "rn2178784-ST96-old.xml",
      "US|74631225|2178784|1995-02-07|1998-08-04||800|JAVA|9|Oracle America, Inc.|35"
    ),
    (
      "rn2178784-ST96.xml",
      "US|74631225|2178784|1995-02-07|1998-08-04||800|JAVA|9|Oracle America, Inc.|35"
    ),
    (
      "rn3886986-ST96.xml",
      "US|77658723|3886986|2009-01-28|2010-12-07||702|THE BLUEBOOK A UNIFORM SYSTEM OF CITATION|"
        + "41,16|COLUMBIA LAW REVIEW ASSOCIATION, INC.; HARVARD LAW REVIEW ASSOCIATION; "
        + "UNIVERSITY OF PENNSYLVANIA LAW REVIEW; THE YALE LAW JOURNAL|35"
    ),
    (
      "sn77478018-ST96.xml",
      "US|77478018|3717416|2008-05-19|2009-12-01||701||30,25,14|Haydel's Bakery|41"
    ),
    (
      "sn85334015-ST96.xml",
      "US|85334015|4281391|2011-05-31|2013-01-29||700|ULTRABOOK|9|Intel Corporation|36"
    ),
  ]

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: samples)
  func samplesGiveTheExpectedValues(_ file: String, _ expected: String) throws {
    let marks = try TrademarkReading.marks(try TrademarkReading.sample("st66-st96-tsdr/" + file))
    #expect(marks.map { TrademarkReading.line($0) } == [expected])
    #expect(marks.first?.format == "st96-trademark")
    #expect(marks.first?.isInForce == true)
  }

  /// The four applicants of 2178784 stand with the sequence numbers 31, 30, 20 and 10.
  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func severalApplicantsAreTheHistoryOfOwners() throws {
    let mark = try #require(
      try TrademarkReading.marks(
        try TrademarkReading.sample("st66-st96-tsdr/rn2178784-ST96.xml")
      ).first)
    #expect(
      mark.holders == [
        Holder(
          name: "Oracle America, Inc.",
          address: "500 ORACLE PARKWAY, REDWOOD SHORES, CALIFORNIA, 94065", country: "US")
      ])
    #expect(
      mark.formerHolders.map { $0.address } == [
        "4150 NETWORK CIRCLE, SANTA CLARA, CALIFORNIA, 95054",
        "2550 Garcia Avenue, Mountain View, CALIFORNIA, 94043",
      ])
    #expect(mark.classes.map { $0.goods.count } == [1])
    #expect(mark.classes.first?.status == "6")
    #expect(mark.otherGoods == [])
    #expect(mark.representatives == ["Holland & Hart LLP", "Andrew Roppel"])
    let change = mark.events.first { $0.name == "CHANGE OF NAME" }
    #expect(change?.date?.isoText == "2010-02-15")
    #expect(change?.issue == "41910383")
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aPriorityIsRead() throws {
    let mark = try #require(
      try TrademarkReading.marks(
        try TrademarkReading.sample("st66-st96-tsdr/sn85334015-ST96.xml")
      ).first)
    #expect(
      mark.priorities == [
        Priority(country: "IT", number: "RM2011C00315", date: PartialDate("2011-05-16"))
      ])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutSamplesKeepWhatIsWhole() throws {
    let bytes = try TrademarkReading.sample("st66-st96-tsdr/rn3886986-ST96.xml")
    try TrademarkReading.expectCutsKeepWholeRecords(
      bytes, wholeAt: TrademarkReading.ends(of: "</ns2:Trademark>", in: bytes), cuts: 200,
      format: "st96-trademark")
  }

  @Test func aNameCutToThatOfARecordBeginsNoRecord() throws {
    let result = try read(
      "<TrademarkBag><Trademark><AssignmentDocumentBag><Trademark")
    #expect(result.records.isEmpty)
    #expect(result.rejects.map { $0.code } == [.truncated])
    #expect(result.rejects.map { $0.source.offset } == [14])
  }

  @Test func classesAreThoseOfNiceElsePrimary() throws {
    let mark = try #require(
      try TrademarkReading.marks(
        try TrademarkReading.synthetic("st96-trademark/transaction.xml")
      ).first)
    #expect(
      mark.classes == [
        goodsClass(16, ["Printed examples"], status: "6"), goodsClass(42, ["Design of examples"]),
      ])
    #expect(mark.holders.map { $0.name } == ["Second Example Corp.", "Joan Example"])
    #expect(mark.formerHolders.map { $0.name } == ["Original Example Corp."])
    #expect(mark.registrationNumber == nil)
    #expect(mark.filingDate?.isoText == "1996-01")
    #expect(mark.name == "EXAMPLON")
    #expect(mark.feature == .combined)
    #expect(mark.kind == .individual)
    #expect(mark.delivery == .replaced)
    #expect(mark.isInForce == false)
  }

  @Test func ownersElsewhereHoldAMarkTogether() throws {
    let mark = try #require(
      try TrademarkReading.marks(
        try TrademarkReading.synthetic("st96-trademark/application.xml")
      ).first)
    #expect(mark.applicationNumber == "CA500000990000100")
    #expect(mark.registrationNumber == "TMA9900001")
    #expect(mark.kind == .certification)
    #expect(mark.holders.map { $0.name } == ["First Association", "Second Association"])
    #expect(mark.classes == [goodsClass(30, ["(1) Sesame pastry"], edition: "11-2023")])
  }

  @Test(arguments: [
    "<t:TrademarkTransaction xmlns:t=\"x\"><t:TrademarkTransactionBody/></t:TrademarkTransaction>",
    "<TrademarkBag><KRTrademark><RegistrationNumber>1</RegistrationNumber></KRTrademark></TrademarkBag>",
    "<Trademark><RegistrationOfficeCode>US</RegistrationOfficeCode></Trademark>",
    "<Trademark/>",
    "<Transaction><TrademarkTransactionBody/></Transaction>",
    "<Transaction><TradeMarkTransactionBody/></Transaction>",
  ])
  func findingNothingIsAReject(_ text: String) throws {
    let result = try read(text)
    #expect(result.records.isEmpty)
    #expect(result.rejects.count == 1)
    #expect([.noNumber, .badValue].contains(result.rejects.first?.code))
  }
}
