import Testing

@testable import Formats

struct RegisterCellTests {
  @Test(
    arguments: [
      ("500", 10_000, 5_000_000, true), ("532.4476", 10_000, 5_324_476, true),
      ("1,234,567.89", 10_000, 12_345_678_900, true), ("０.５", 100_000_000, 50_000_000, true),
      ("499.99999", 10_000, 4_999_999, false), ("5000000.50", 1, 5_000_000, false),
      ("5000000.00", 1, 5_000_000, true),
      ("92233720368547.5807", 100_000, 9_223_372_036_854_758_070, true),
    ] as [(String, Int64, Int64, Bool)])
  func decimal(_ text: String, factor: Int64, whole: Int64, isExact: Bool) {
    let read = DecimalText.read(text, times: factor)
    #expect(read?.whole == whole)
    #expect(read?.isExact == isExact)
  }

  @Test(arguments: [
    "", "-1", "+1", "1e6", "1,23", "12,3456", ",123", "1,234,", "1.", ".5", "1.2.3", "五百", "500万元",
    "=1+1", "NaN", "9223372036854775808", "1 000",
  ])
  func noDecimal(_ text: String) {
    #expect(DecimalText.read(text, times: 1) == nil)
  }

  @Test func overflow() {
    #expect(DecimalText.read("92233720368547758", times: 100_000_000) == nil)
    #expect(DecimalText.read("9223372036854775807.9", times: 1)?.whole == .max)
  }

  @Test(
    arguments: [
      ("质押金额（万元）", "质押金额", "万元"), (" \u{FEFF}质押 金额 ( 万元 ) ", "质押金额", "万元"),
      ("*登记号", "登记号", nil), ("Registration No", "registrationno", nil),
      ("年末常住人口【单位：万人】", "年末常住人口", "万人"), ("ＹＥＡＲ", "year", nil),
      ("质押金额\u{3000}[亿元]", "质押金额", "亿元"),
    ] as [(String, String, String?)])
  func header(_ cell: String, name: String, remark: String?) {
    let header = HeaderName(cell)
    #expect(header.folded == name)
    #expect(header.remark == remark)
  }

  @Test func encodings() {
    func encoding(_ bytes: [UInt8]) -> TextEncoding {
      bytes.withUnsafeBytes { TextEncoding(of: $0) }
    }
    #expect(encoding(Array("专利号,年度\n".utf8)) == .utf8)
    // 专利号 in GBK; 㐂 in GB18030's four bytes.
    #expect(encoding([0xD7, 0xA8, 0xC0, 0xFB, 0xBA, 0xC5, 0x0A]) == .gb18030)
    #expect(encoding([0x61, 0x2C, 0x81, 0x39, 0xF0, 0x30, 0x0A]) == .gb18030)
    #expect(encoding([0xFF, 0xFE, 0x13, 0x4E]) == .utf16)
    #expect(encoding([0xFE, 0xFF, 0x4E, 0x13]) == .utf16)
    #expect(encoding(Array("专利号\n".utf8) + [0xE5, 0xAE, 0x0A]) == .brokenUTF8)
    #expect(encoding([0xFF, 0x80, 0x0A]) == .unknown)
  }
}
