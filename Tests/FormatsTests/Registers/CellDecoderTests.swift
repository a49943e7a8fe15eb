import Testing

@testable import Formats

struct CellDecoderTests {
  // 专利号,年度 in GBK.
  private let gbk: [UInt8] = [
    0xD7, 0xA8, 0xC0, 0xFB, 0xBA, 0xC5, 0x2C, 0xC4, 0xEA, 0xB6, 0xC8, 0x0D, 0x0A,
  ]

  @Test func gb18030() throws {
    let decoder = try #require(CellDecoder(.gb18030))
    #expect(decoder.encoding == "gb18030")
    #expect(decoder.text(gbk) == "专利号,年度\r\n")
    // As Python's codec encodes them: 㐂 in four bytes, 𠮷, the euro sign, the byte-order mark.
    #expect(decoder.text([0x61, 0x81, 0x39, 0xEF, 0x31]) == "a㐂")
    #expect(decoder.text([0x95, 0x34, 0xB2, 0x35]) == "𠮷")
    #expect(decoder.text([0xA2, 0xE3]) == "€")
    #expect(decoder.text([0x84, 0x31, 0x95, 0x33]) == "\u{FEFF}")
    #expect(decoder.text(Array("abc".utf8)) == "abc")
    #expect(decoder.text([]) == "")
    // A cell that is cut within a character is a fault, and the next one is not affected.
    #expect(decoder.text([0xD7, 0xA8, 0xC0]) == nil)
    #expect(decoder.text([0xFF]) == nil)
    #expect(decoder.text(Array(gbk[..<6])) == "专利号")
  }

  @Test func utf8() throws {
    let decoder = try #require(CellDecoder(.brokenUTF8))
    #expect(decoder.encoding == "utf-8")
    #expect(decoder.text(Array("专利号".utf8)) == "专利号")
    #expect(decoder.text([0xD7, 0x28]) == nil)
  }

  @Test func encodingsThatAreNotRead() {
    #expect(CellDecoder(.utf16) == nil)
    #expect(CellDecoder(.unknown) == nil)
    #expect(TextEncoding.utf16.refusal?.hasSuffix("save as CSV UTF-8") == true)
    #expect(TextEncoding.unknown.refusal?.hasSuffix("save as CSV UTF-8") == true)
    #expect(TextEncoding.gb18030.refusal == nil)
  }

  /// The beginning of a file, cut within its second line at every byte.
  @Test func head() {
    let text = gbk + gbk
    for end in gbk.count...text.count {
      text[..<end].withUnsafeBytes { #expect(TextEncoding(ofHead: $0) == .gb18030, "\(end)") }
    }
    let sound = Array("专利号\n专".utf8)
    sound.dropLast().withUnsafeBytes { #expect(TextEncoding(ofHead: $0) == .utf8) }
  }
}
