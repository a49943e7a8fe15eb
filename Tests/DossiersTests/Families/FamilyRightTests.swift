import Records
import ReferenceTables
import Testing

@testable import Dossiers

/// Rights of a family from its publications and events.
struct FamilyRightTests {
  private let kinds: GrantKinds
  private let cutOff: CalendarDay

  init() throws {
    kinds = try GrantKinds(try TableCatalogue().table("grant-kinds"))
    cutOff = try #require(CalendarDay("2025-12-31"))
  }

  @Test func anApplicationAndItsPatentAreOneRight() throws {
    let family = try Self.family([
      ("US", "2015001234", "A1", "2015-01-08", "US201414123456", nil),
      ("US", "9123456", "B2", "2015-09-01", "US201414123456", nil),
      ("CN", "104123456", "A", "2014-10-29", "201410408762.5", nil),
      ("WO", "2014123456", "A1", "2014-08-14", nil, nil),
    ])
    let rights = FamilyRight.all(in: family, kinds: kinds, cutOff: cutOff)
    #expect(rights.map { $0.publication } == ["US9123456B2"])
    #expect(rights.first?.isGranted == true)
    #expect(rights.first?.grantedOn?.isoText == "2015-09-01")
  }

  @Test(arguments: [
    ("US", "A", "1999-05-04", Optional(true)),  // patents before 2001 have kind A
    ("US", "A1", "2015-05-04", Optional(false)),
    ("JP", "A", "2015-05-04", Optional(false)), ("JP", "B2", "2015-05-04", Optional(true)),
    ("EP", "A1", "2015-05-04", Optional(false)), ("EP", "B1", "2015-05-04", Optional(true)),
    ("KR", "B1", "2015-05-04", Optional(true)), ("DE", "U1", "2015-05-04", Optional(true)),
    ("TW", "A", "2001-05-04", Bool?.none),  // the row holds from 2003 on
    ("ZZ", "B1", "2015-05-04", Bool?.none),
  ])
  func kindsDecide(country: String, kind: String, day: String, granted: Bool?) throws {
    let family = try Self.family([(country, "7654321", kind, day, nil, nil)])
    #expect(
      FamilyRight.all(in: family, kinds: kinds, cutOff: cutOff).map { $0.isGranted } == [granted])
  }

  @Test func theLastDeliveryHolds() throws {
    let family = try Self.family([
      ("EP", "3000000", "B1", "2021-01-06", "EP19990203729", nil),
      ("EP", "3000000", "B1", "2021-01-06", "EP19990203729", .deleted),
    ])
    #expect(FamilyRight.all(in: family, kinds: kinds, cutOff: cutOff).isEmpty)
  }

  @Test func eventsGrantAndEnd() throws {
    var family = try Self.family([("JP", "2015123456", "A", "2015-07-02", "JP20140001234", nil)])
    family.events = [
      try Self.event("JP", .granted, "2018-03-01", application: "JP JP20140001234"),
      try Self.event("JP", .lapsed, "2020-03-01", application: "JP JP20140001234"),
      try Self.event("JP", .restored, "2020-09-01", application: "JP JP20140001234"),
      try Self.event("JP", .lapsed, "2022-03-01", application: "JP JP20140001234"),
    ]
    let right = try #require(FamilyRight.all(in: family, kinds: kinds, cutOff: cutOff).first)
    #expect(right.isGranted == true)
    #expect(right.grantedOn?.isoText == "2018-03-01")
    #expect(right.endedOn?.isoText == "2022-03-01")
    // As it was known earlier: lapsed and not yet restored, restored and not yet lapsed again.
    for (day, end) in [("2020-06-01", "2020-03-01"), ("2021-01-01", nil)] as [(String, String?)] {
      let earlier = FamilyRight.all(
        in: family, kinds: kinds, cutOff: try #require(CalendarDay(day)))
      #expect(earlier.first?.endedOn?.isoText == end, "\(day)")
    }
  }

  @Test func theEndInOneStateIsNotTheEndOfAEuropeanPatent() throws {
    var family = try Self.family([("EP", "3000000", "B1", "2021-01-06", nil, nil)])
    var event = try Self.event("EP", .lapsed, "2022-03-01", number: "3000000")
    event.code = "PG25"
    family.events = [event]
    #expect(FamilyRight.all(in: family, kinds: kinds, cutOff: cutOff).first?.endedOn == nil)
  }

  @Test func paddedNumbersJoin() throws {
    let pairs = [
      ("US", "08420588", "8420588"), ("US", "20150001234", "2015001234"),
      ("US", "D0680087", "D680087"), ("EP", "0003000000", "3000000"), ("US", "9123456", "9123456"),
    ]
    for (country, left, right) in pairs {
      let numbers = try [left, right].map {
        PublishedDocument(
          country: country, number: try #require(PublicationNumber(country: country, $0)), kind: nil
        ).joiningNumber
      }
      #expect(numbers[0] == numbers[1], "\(country) \(left) \(right)")
    }
  }

  @Test func aReleaseClosesTheInterestOfItsDocument() throws {
    var family = try Self.family([("US", "9123456", "B2", "2015-09-01", nil, nil)])
    family.events = [
      try Self.event("US", .pledgeRegistered, "2016-01-04", number: "9123456"),
      try Self.event("US", .pledgeRegistered, "2016-01-04", number: "7000000"),
      try Self.event("US", .pledgeCancelled, "2018-01-04", number: "9123456"),
      try Self.event("CN", .pledgeRegistered, "2016-01-04", number: "104123456"),
    ]
    let interests = SecurityInterest.all(in: family)
    #expect(interests.map { $0.joiningNumber } == ["9123456", "7000000"])
    #expect(interests.map { $0.releasedOn?.isoText } == ["2018-01-04", nil])
  }

  // MARK: Records

  private static func family(
    _ rows: [(String, String, String, String, String?, DeliveryStatus?)]
  ) throws -> WorldwideFamily {
    var family = WorldwideFamily()
    family.publications = try rows.enumerated().map { index, row in
      FamilyPublication(
        document: PublishedDocument(
          country: row.0, number: try #require(PublicationNumber(country: row.0, row.1)),
          kind: try #require(KindCode(row.2))),
        format: "docdb", publishedOn: PartialDate(row.3),
        application: row.4.map { "\(row.0) \($0)" }, status: row.5,
        source: Source(file: "docdb.xml", offset: index))
    }
    return family
  }

  private static func event(
    _ country: String, _ eventClass: LegalEventClass, _ day: String, number: String? = nil,
    application: String? = nil
  ) throws -> FamilyEvent {
    var event = FamilyEvent(country: country, source: Source(file: "ops.xml"))
    event.eventClass = eventClass
    event.publishedOn = try #require(CalendarDay(day))
    event.joiningNumber = number
    event.application = application
    return event
  }
}
