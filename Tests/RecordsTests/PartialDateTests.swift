import Testing

@testable import Records

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("20080000", "2008"), ("18960200", "1896-02"), ("2008", "2008"), ("2008-04", "2008-04"),
    ("200804", "2008-04"), ("2008-04-17", "2008-04-17"), ("20080417", "2008-04-17"),
    ("2008/4/7", "2008-04-07"), ("2008.4.7", "2008-04-07"), ("2008年4月7日", "2008-04-07"),
    ("2008年4月", "2008-04"), ("2008年", "2008"), (" 20080417", "2008-04-17"),
    ("20080417 ", "2008-04-17"), ("00020101", "0002-01-01"),
  ])
  func asFarAsItGoes(_ text: String, _ iso: String) {
    #expect(PartialDate(text)?.isoText == iso)
    #expect((PartialDate(text)?.day == nil) == (iso.count < 10))
  }

  @Test(arguments: [
    "", "0", "00000000", "0000", "0001", "000101", "20080017", "20081300", "20080431", "2008-4-31",
    "200800417", "二〇〇八年",
  ])
  func noDate(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func whatIsMissingComesFirst() {
    let texts = ["2007-12-31", "2008", "2008-01", "2008-01-01", "2008-01-31", "2008-02", "2009"]
    let dates = texts.compactMap { PartialDate($0) }
    #expect(dates.count == texts.count)
    #expect(dates.sorted().map { $0.isoText } == texts)
  }
}
