import Records
import Testing

@testable import Formats

struct RegisterFileTests {
  private func kind(_ name: String, _ header: String) -> RegisterKind? {
    Array(header.utf8).withUnsafeBytes { RegisterFile.kind(fileName: name, header: $0) }
  }

  @Test func kindByNameOrHeader() {
    #expect(kind("pledges-2025.csv", "登记号,专利号") == .pledges)
    #expect(kind("in/质押登记2025.csv", "x") == .pledges)
    #expect(kind("SEI-Decisions.CSV", "a") == .industryDecisions)
    #expect(kind("战新认定.txt", "专利号,战新代码,认定") == .industryDecisions)
    #expect(kind("awards.xml", "<?xml version=\"1.0\"?>") == nil)
    #expect(kind("awards/notes.xml", "<?xml version=\"1.0\"?>") == nil)
    #expect(kind("2024.csv", "年末常住人口（万人）,行政区划代码,年份") == .population)
    #expect(kind("a.csv", "patent_no,award,level,year") == .awards)
    #expect(kind("a.csv", "patent_no,award,level") == nil)
    #expect(kind("a.csv", "专利号,同族公开号,奖项,等级,年度") == nil)
    #expect(kind("market-entities.csv", "行政区划代码,年份,户数") == .marketEntities)
    #expect(kind("a.csv", "") == nil)
  }

  /// Every column stands once, and the two names of a column differ from all others' of its register.
  @Test func columnsAreDistinct() {
    for register in RegisterKind.registers {
      let names = register.columns.flatMap { [$0.chinese, HeaderName.fold($0.english)] }
      #expect(Set(names).count == names.count, "\(register.kind)")
    }
  }

  @Test func missingColumnStopsTheRegisterOnce() {
    let reading = RegisterReading(
      .awards, "专利号,奖项,获奖年\n202110991218.8,中国专利奖,2021\n", file: "in/奖项.csv")
    #expect(reading.rows.isEmpty)
    #expect(reading.codes == ["missing-column 1"])
    #expect(reading.rejects[0].source == Source(file: "in/奖项.csv", offset: 1, record: "1"))
    #expect(
      reading.rejects[0].reason
        == "in/奖项.csv: required column 等级 (level) is missing; columns found: 专利号, 奖项, 获奖年")
  }

  @Test func columnTwice() {
    let reading = RegisterReading(.awards, "专利号,奖项,等级,年度,patent_no\n")
    #expect(reading.codes == ["missing-column 1"])
    #expect(reading.rejects[0].reason.contains("stands twice"))
  }

  @Test func wholeFileRejects() {
    #expect(RegisterReading(.awards, "").codes == ["empty file"])
    #expect(RegisterReading(.awards, "\u{FEFF}\r\n ,\r\n").codes == ["empty file"])
    #expect(RegisterReading(.awards, bytes: [0xFF, 0xFE, 0x13, 0x4E]).codes == ["encoding file"])
    let reading = RegisterReading(.awards, bytes: [0xFF, 0x80, 0x0A])
    #expect(reading.codes == ["encoding file"])
    #expect(reading.rejects[0].reason.contains("save as CSV UTF-8"))
    #expect(RegisterReading(.awards, "\"专利号,奖项,等级,年度\n1,2,3,4\n").codes == ["bad-row 1"])
  }

  /// A register as Chinese spreadsheets save it; a byte that is wrong costs its row.
  @Test func registerInGB18030() throws {
    // 专利号,奖项,等级,年度 / 202110991218.8,中国专利奖,金奖,2021, as Python's codec encodes them.
    let header: [UInt8] = [
      0xD7, 0xA8, 0xC0, 0xFB, 0xBA, 0xC5, 0x2C, 0xBD, 0xB1, 0xCF, 0xEE, 0x2C, 0xB5, 0xC8, 0xBC,
      0xB6, 0x2C, 0xC4, 0xEA, 0xB6, 0xC8, 0x0D, 0x0A,
    ]
    let award: [UInt8] = [
      0xD6, 0xD0, 0xB9, 0xFA, 0xD7, 0xA8, 0xC0, 0xFB, 0xBD, 0xB1, 0x2C, 0x22, 0xBD, 0xF0, 0xBD,
      0xB1, 0x22, 0x2C,
    ]
    let row = Array("202110991218.8,".utf8) + award + Array("2021\r\n".utf8)
    let bytes = header + row + row
    let reading = RegisterReading(.awards, bytes: bytes)
    #expect(reading.codes == [])
    #expect(reading.rows.count == 2)
    guard case .award(let found) = try #require(reading.rows.last) else { return }
    #expect(found.award == "中国专利奖")
    #expect(found.level == "金奖")
    #expect(found.source.offset == 3)
    #expect(bytes.withUnsafeBytes { RegisterFile.kind(fileName: "a.txt", header: $0) } == .awards)
  }

  @Test func rowWithBrokenUTF8() {
    let text = Array("专利号,奖项,等级,年度\n".utf8)
    let good = Array("202110991218.8,中国专利奖,金奖,2021\n".utf8)
    let reading = RegisterReading(.awards, bytes: text + [0xFF, 0x2C, 0x61, 0x0A] + good)
    #expect(reading.codes == ["encoding 2"])
    #expect(reading.rows.count == 1)
  }

  @Test func unknownColumnsAreCounted() {
    let reading = RegisterReading(
      .awards, "备注,专利号,奖项,等级,年度,,\n好,202110991218.8,中国专利奖,金奖,2021,,x\n,85202237,省奖,一等奖,1990\n")
    #expect(reading.rows.count == 2)
    #expect(
      reading.summary.unknownColumns == [
        .init(name: "备注", filledCells: 1), .init(name: "column 7", filledCells: 1),
      ])
    #expect(reading.summary.rows == 2)
    #expect(reading.summary.accepted == 2)
  }

  /// Whatever a text is cut to, every row is either a record or a reject.
  @Test func truncationAnywhere() {
    let text = Array(
      """
      登记号,专利号,出质人,登记日,质押金额（万元）
      Y1,202110991218.8,"甲,""乙""
      公司",2021-05-06,500
      Y2,85202237,丙,2021年5月6日,"1,000"

      """.utf8)
    for end in 0...text.count {
      let reading = RegisterReading(.pledges, bytes: Array(text[..<end]))
      #expect(reading.summary.rows == reading.summary.accepted + reading.summary.rejected)
      #expect(reading.rows.count == reading.summary.accepted)
    }
    #expect(RegisterReading(.pledges, bytes: text).rows.count == 2)
  }
}
