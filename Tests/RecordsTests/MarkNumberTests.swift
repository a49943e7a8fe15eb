import Records
import Testing

@Suite struct MarkNumberTests {
  @Test(arguments: [
    ("CN", "00123456", "123456"), ("CN", "123456", "123456"), ("CN", "087988341a", "87988341A"),
    ("CN", "G01234567", "G1234567"), ("CN", "Ｇ１２３４５６Ａ", "G123456A"), ("CN", "10000000", "10000000"),
    // Another form is nobody's to change.
    ("CN", "TM-0012", "TM-0012"),
    ("WO", "0123456", "123456"), ("IB", "1234567A", "1234567A"),
    // Fixed widths: the zeros are part of the number.
    ("US", "00123456", "00123456"), ("TW", "01234567", "01234567"),
    ("EM", "000123456", "000123456"),
  ])
  func zerosInFrontJoinWhereTheOfficeCounts(office: String, raw: String, text: String) throws {
    let number = try #require(MarkNumber(raw, office: office))
    #expect(number.text == text)
    #expect(number.raw == raw)
  }

  @Test(arguments: ["", "0", "000000", "G000", "图形"]) func zerosAloneAreNoNumber(raw: String) {
    #expect(MarkNumber(raw, office: "CN") == nil)
  }

  @Test(arguments: ["00123456", "G01234567", "0", "10000001", "G1234567", "87988341A", ""])
  func theQuickLookMissesNoZeros(raw: String) {
    var raw = raw
    let may = raw.withUTF8 { MarkNumber.mayHaveLeadingZeros($0) }
    if let number = MarkNumber(raw, office: "CN"), number.text != raw { #expect(may) }
  }
}
