import Records
import Testing

@testable import Formats

/// Each register: a row in Chinese and in English, and every fault.
struct RegistersTests {
  private let number = "202110991218.8"
  private var patent: PatentNumber {
    get throws { try PatentNumber(parsing: number) }
  }
  private func source(_ row: Int) -> Source {
    Source(file: "register.csv", offset: row, record: String(row))
  }

  @Test(
    arguments: [
      ("质押金额", "500", 5_000_000), ("质押金额(万元)", "1,234.56", 12_345_600),
      ("质押金额（元）", "5000000.00", 5_000_000), ("质押金额（亿元）", "0.05", 5_000_000),
      ("质押金额亿元", "0.05", 5_000_000),
      ("质押金额／元", "5000000", 5_000_000), ("*质押金额（单位：万元）", "500", 5_000_000),
      ("质押金额(amount)", "500", 5_000_000), ("amount (yuan)", "500", 500),
      ("amount", "499.99999", 4_999_999), ("质押金额(万元)", "", nil),
    ] as [(String, String, Int64?)])
  func pledgeAmount(_ header: String, cell: String, yuan: Int64?) throws {
    let reading = RegisterReading(
      .pledges, "登记号,专利号,登记日,\(header)\nY1,\(number),2021-05-06,\"\(cell)\"\n")
    let day = try #require(CalendarDay("2021-05-06"))
    #expect(reading.codes == [])
    #expect(
      reading.rows == [
        .pledge(
          PledgeRow(
            source: source(2), registrationNumber: "Y1", patent: try patent, registeredOn: day,
            amountInYuan: yuan))
      ])
  }

  @Test func pledgeAmountInAnotherCurrency() {
    let reading = RegisterReading(.pledges, "登记号,专利号,登记日,质押金额（美元）\nY1,\(number),20210506,1\n")
    #expect(reading.codes == ["missing-column 1"])
    #expect(reading.rejects[0].reason.contains("states the unit 美元"))
  }

  @Test(arguments: ["2021-05-06", "20210506", "2021/5/6", "2021年5月6日", "２０２１－０５－０６"])
  func pledge(_ date: String) throws {
    let reading = RegisterReading(
      .pledges,
      """
      amount,released_on,pledgee,Pledgor,Registration No,patent_no,registered_on
      500,\(date),"=cmd(),1",<script>,Ｙ2021 980001234,CN101911042B,\(date)
      1,00000000,,,Y3,\(number),\(date)
      """)
    let day = try #require(CalendarDay("2021-05-06"))
    #expect(reading.codes == [])
    #expect(
      reading.rows.first
        == .pledge(
          PledgeRow(
            source: source(2), registrationNumber: "Y2021980001234",
            patent: try PatentNumber(parsing: "CN101911042B"), pledgor: "<script>",
            pledgee: "=cmd(),1", registeredOn: day, releasedOn: day, amountInYuan: 5_000_000)))
    guard case .pledge(let second) = try #require(reading.rows.last) else { return }
    #expect(second.releasedOn == nil)
    #expect(second.pledgor == nil)
  }

  @Test func pledgeFaults() {
    let reading = RegisterReading(
      .pledges,
      """
      登记号,专利号,登记日,解除日,质押金额
      Y1,202110991218.7,2021-05-06,,500
      Y2,ABC,2021-05-06,,500
      Y3,,2021-05-06,,500
      Y4,\(number),2021-13-06,,500
      Y5,\(number),,,500
      Y6,\(number),2021-05-06,2021-05,500
      Y7,\(number),2021-05-06,,-500
      ,\(number),2021-05-06,,500
      Y9,\(number),2021-05-06,,500,600
      Y10,"\(number),2021-05-06,,500
      Y11,\(number),00000000,,500
      Y12,\(number),2021-05-06,,500
      """)
    #expect(
      reading.codes == [
        "check-digit 2", "no-number 3", "no-number 4", "bad-value 5", "bad-value 6", "bad-value 7",
        "bad-value 8", "bad-value 9", "bad-row 10", "bad-row 11", "bad-value 12",
      ])
    #expect(
      reading.rejects[3].reason
        == "row 5, column 登记日: \"2021-13-06\" found, "
        + "expected a date as YYYY-MM-DD, YYYYMMDD, YYYY/M/D or YYYY年M月D日")
    #expect(reading.rows.count == 1)
    #expect(reading.summary.rows == 12)
    #expect(reading.summary.rejected == 11)
  }

  @Test func awards() throws {
    let reading = RegisterReading(
      .awards,
      "\u{FEFF}届,年度,等级,奖项,专利号,依据,来源\r\n第二十二届,2021年,金奖,中国专利奖,ZL\(number),direct,公告\r\n"
        + ",21,金奖,中国专利奖,\(number)\r\n,2021,,中国专利奖,\(number)\r\n,2021,金奖,,\(number)\r\n")
    #expect(
      reading.rows == [
        .award(
          AwardRow(
            source: source(2), patent: try patent, award: "中国专利奖", level: "金奖", year: 2021,
            session: "第二十二届", link: "direct", origin: "公告"))
      ])
    #expect(reading.codes == ["bad-value 3", "bad-value 4", "bad-value 5"])
  }

  @Test func families() throws {
    let reading = RegisterReading(
      .families,
      """
      专利号,同族公开号,同族国家,是否授权,授权日,失效日,同族类型,检索日
      \(number),us 11000000 b2,,是,2021-05-06,,,2025-01-01
      \(number),3456789,jp,N,,,extended,
      \(number),,,,,,,2025-01-01
      \(number),EP1,美国
      \(number),1,火星
      \(number),EP1,,对
      \(number),EP1,,1,2021
      \(number),EP1,,1,,,weird
      \(number),EP1,DE,FALSE,,20240102,SIMPLE
      """)
    let day = try #require(CalendarDay("2021-05-06"))
    let checked = try #require(CalendarDay("2025-01-01"))
    #expect(
      reading.rows == [
        .family(
          FamilyRow(
            source: source(2), patent: try patent, memberPublication: "US11000000B2",
            memberCountry: "US", granted: true, grantedOn: day, checkedOn: checked)),
        .family(
          FamilyRow(
            source: source(3), patent: try patent, memberPublication: "3456789",
            memberCountry: "JP", granted: false, familyKind: .extended)),
        .family(FamilyRow(source: source(4), patent: try patent, checkedOn: checked)),
        .family(
          FamilyRow(
            source: source(5), patent: try patent, memberPublication: "EP1", memberCountry: "US")),
        .family(
          FamilyRow(
            source: source(10), patent: try patent, memberPublication: "EP1", memberCountry: "DE",
            granted: false, ceasedOn: CalendarDay("2024-01-02"))),
      ])
    #expect(reading.codes == ["bad-value 6", "bad-value 7", "bad-value 8", "bad-value 9"])
  }

  @Test func population() throws {
    let persons = RegisterReading(
      .population,
      """
      行政区划代码,年份,年末常住人口,来源
      341300,2024,"5,324,476",统计公报
      341302,2024,1.5,
      3413,2024,1,
      341302,二〇二四,1,
      341302,2024,,
      341302,2024,0,
      """)
    let region = try #require(RegionCode("341300"))
    let expected = RegisterRow.population(
      PopulationRow(
        source: source(2), region: region, year: 2024, persons: 5_324_476, origin: "统计公报"))
    #expect(persons.rows == [expected])
    #expect(
      persons.codes == [
        "bad-value 3", "bad-value 4", "bad-value 5", "bad-value 6", "bad-value 7",
      ])
    let tenThousands = RegisterReading(
      .population,
      "source,region_code,YEAR,population（万人）\n统计公报,341300,2024,532.4476\n,341300,2024,1.23456\n")
    #expect(tenThousands.rows == [expected])
    #expect(tenThousands.codes == ["bad-value 3"])
  }

  @Test func industryDecisions() throws {
    let reading = RegisterReading(
      .industryDecisions,
      """
      专利号,战新代码,认定,认定人,日期,依据
      \(number),１.2,是,张三,2025/1/2,"权利要求1
      写明"
      \(number),一.二,是
      \(number),1.2,也许
      \(number),1.2,
      \(number),9,否
      """)
    #expect(
      reading.rows == [
        .industryDecision(
          IndustryDecisionRow(
            source: source(2), patent: try patent, industryCode: "1.2", belongs: true,
            decidedBy: "张三", decidedOn: CalendarDay("2025-01-02"), reason: "权利要求1\n写明")),
        .industryDecision(
          IndustryDecisionRow(
            source: source(6), patent: try patent, industryCode: "9", belongs: false)),
      ])
    #expect(reading.codes == ["bad-value 3", "bad-value 4", "bad-value 5"])
  }
}
