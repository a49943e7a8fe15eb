import Records
import Testing

@testable import Formats

/// The registers beside those of indicator 1: a row in Chinese and in English, and every fault.
struct FurtherRegistersTests {
  private let number = "202110991218.8"
  private var patent: PatentNumber {
    get throws { try PatentNumber(parsing: number) }
  }
  private var day: CalendarDay {
    get throws { try #require(CalendarDay(year: 2024, month: 5, day: 6)) }
  }
  private func source(_ row: Int) -> Source {
    Source(file: "register.csv", offset: row, record: String(row))
  }

  @Test(arguments: ["2024-05-06", "20240506", "2024/5/6", "2024年5月6日"])
  func datesInEveryRegisterThatHasThem(_ date: String) throws {
    let readings = [
      RegisterReading(.annualFees, "专利号,年度,缴费截止日,缴费日\n\(number),3,\(date),\(date)\n"),
      RegisterReading(.licences, "备案号,专利号,备案日\nX1,\(number),\(date)\n"),
      RegisterReading(.madrid, "国际注册号,注册人,国际注册日,有效期至\n1,甲,\(date),\(date)\n"),
      RegisterReading(.giProducts, "产品名称,公告号,公告日期\n梨,1,\(date)\n"),
      RegisterReading(.ownerDecisions, "原名称,归并为,日期\n甲,乙,\(date)\n"),
    ]
    var days: [CalendarDay?] = []
    for reading in readings {
      #expect(reading.codes == [])
      switch try #require(reading.rows.first) {
      case .annualFee(let row): days += [row.dueOn, row.paidOn]
      case .licence(let row): days.append(row.recordedOn)
      case .madrid(let row): days += [row.registeredOn, row.expiresOn]
      case .giProduct(let row): days.append(row.announcedOn)
      case .ownerDecision(let row): days.append(row.decidedOn)
      default: Issue.record("another register")
      }
    }
    let day = try day
    #expect(days == Array(repeating: day, count: 7))
  }

  @Test func marketEntities() throws {
    let reading = RegisterReading(
      .marketEntities,
      """
      户数,行政区划代码,年份
      "652,341",341300,2024
      65.5,341300,2024
      0,341300,2024
      -5,341300,2024
      ,341300,2024
      10,34130,2024
      10,,2024
      10,341300,24
      """)
    let region = try #require(RegionCode("341300"))
    let expected = RegisterRow.marketEntities(
      MarketEntityRow(source: source(2), region: region, year: 2024, count: 652_341))
    #expect(reading.rows == [expected])
    #expect(reading.codes == (3...9).map { "bad-value \($0)" })
    let tenThousands = RegisterReading(
      .marketEntities, "region_code,year,count（万户）\n341300,2024年,65.2341\n341300,2024,1.00001\n")
    #expect(tenThousands.rows == [expected])
    #expect(tenThousands.codes == ["bad-value 3"])
  }

  /// Credit codes of four companies as these publish them, checked with another program.
  @Test(arguments: [
    "9144030071526726XG", "914403001922038216", "91330100799655058B", "91110000802100433b",
  ])
  func creditCode(_ code: String) throws {
    let reading = RegisterReading(.enterprises, "name,uscc,list\n甲,\(code),四上\n")
    guard case .enterprise(let row) = try #require(reading.rows.first) else { return }
    #expect(row.creditCode?.text == code.uppercased())
  }

  @Test(
    arguments: [
      ("四上", .aboveThreshold), ("规上工业", .industryAboveThreshold),
      ("高新技术企业", .highTechnology), ("高新技术", .highTechnology), ("专精特新", .specialised),
      ("专精特新企业", .specialised), ("知识产权优势", .intellectualPropertyStrong),
      ("知识产权示范企业", .intellectualPropertyModel), ("贯标", .managementStandard),
      ("专精 特新", .specialised),
    ] as [(String, EnterpriseList)])
  func enterpriseList(_ name: String, list: EnterpriseList) throws {
    let reading = RegisterReading(.enterprises, "名称,名单\n甲,\(name)\n")
    #expect(
      reading.rows == [.enterprise(EnterpriseRow(source: source(2), name: "甲", list: list))])
  }

  @Test func enterprises() throws {
    let reading = RegisterReading(
      .enterprises,
      """
      行业,名称,统一社会信用代码,名单,年度,行政区划代码
      C3841,宿州甲有限公司,9144030071526726XG,高新技术企业,2024年度,341302
      ,乙,9144030071526726XH,四上,2024,
      ,丙,9144030071526726,四上,2024,
      ,丁,9144O30071526726XG,四上,2024,
      ,戊,,小巨人,2024,
      ,己,,,2024,
      ,,,四上,2024,
      ,庚,,四上,去年,
      ,辛,,四上,2024,3413
      """)
    #expect(
      reading.rows == [
        .enterprise(
          EnterpriseRow(
            source: source(2), name: "宿州甲有限公司",
            creditCode: try CreditCode(parsing: "9144030071526726XG"), list: .highTechnology,
            year: 2024, region: RegionCode("341302"), industry: "C3841"))
      ])
    #expect(reading.codes == ["check-digit 3"] + (4...10).map { "bad-value \($0)" })
    #expect(
      reading.rejects[0].reason
        == "row 3, column 统一社会信用代码: \"9144030071526726XH\" ends with the check character H, "
        + "expected G; compare it with the licence")
    #expect(
      reading.rejects[3].reason
        == "row 6, column 名单: \"小巨人\" found, expected one of "
        + "四上, 规上工业, 高新技术企业, 专精特新, 知识产权优势, 知识产权示范, 贯标")
  }

  @Test func annualFees() throws {
    let reading = RegisterReading(
      .annualFees,
      """
      fee_year,patent_no,paid_on,due_on
      第7年,\(number),,20240506
      第20年度,\(number),00000000,20240506
      2024,\(number),,20240506
      0,\(number),,20240506
      26,\(number),,20240506
      ,\(number),,20240506
      3,\(number),,
      3,\(number),2024-02-30,20240506
      3,202110991218.9,,20240506
      3,一,,20240506
      """)
    let day = try day
    #expect(
      reading.rows == [
        .annualFee(AnnualFeeRow(source: source(2), patent: try patent, feeYear: 7, dueOn: day)),
        .annualFee(AnnualFeeRow(source: source(3), patent: try patent, feeYear: 20, dueOn: day)),
      ])
    #expect(
      reading.codes == (4...9).map { "bad-value \($0)" } + ["check-digit 10", "no-number 11"])
  }

  @Test func licences() throws {
    let reading = RegisterReading(
      .licences,
      """
      备案号,专利号,让与人,受让人,许可种类,备案日
      x2024980001234,\(number),甲,乙,普通许可,2024/5/6
      ,\(number),甲,乙,普通许可,2024/5/6
      X1,,甲,乙,普通许可,2024/5/6
      X1,\(number),甲,乙,普通许可,2024/5
      """)
    #expect(
      reading.rows == [
        .licence(
          LicenceRow(
            source: source(2), recordNumber: "X2024980001234", patent: try patent, licensor: "甲",
            licensee: "乙", kind: "普通许可", recordedOn: try day))
      ])
    #expect(reading.codes == ["bad-value 3", "no-number 4", "bad-value 5"])
  }

  @Test(
    arguments: [("1", 1), ("09", 9), ("45", 45), ("第33类", 33), ("３３类", 33)] as [(String, Int)])
  func niceClass(_ cell: String, number: Int) throws {
    let reading = RegisterReading(.protectedMarks, "商标名称,国际分类\n宿州\(cell),\(cell)\n")
    guard case .protectedMark(let row) = try #require(reading.rows.first) else { return }
    #expect(row.niceClass.number == number)
  }

  @Test func protectedMarks() throws {
    let reading = RegisterReading(
      .protectedMarks,
      """
      mark,class,registration_no,list,owner
      符离集烧鸡及图,29,1234567a,地理标志商标,宿州协会
      甲,0,1,驰名商标,
      甲,46,1,驰名商标,
      甲,"9,35",1,驰名商标,
      甲,九,1,驰名商标,
      甲,,1,驰名商标,
      ,9,1,驰名商标,
      """)
    #expect(
      reading.rows == [
        .protectedMark(
          ProtectedMarkRow(
            source: source(2), mark: "符离集烧鸡及图", niceClass: try #require(NiceClass(number: 29)),
            registrationNumber: "1234567A", list: "地理标志商标", owner: "宿州协会"))
      ])
    #expect(reading.codes == (3...8).map { "bad-value \($0)" })
  }

  @Test(
    arguments: [
      ("1234567", "1234567"), ("0987654", "987654"), ("1234567a", "1234567A"),
      ("G1234567", "1234567"), ("IR 123456B", "123456B"), ("１２３", "123"),
    ])
  func internationalNumber(_ cell: String, text: String) throws {
    let reading = RegisterReading(.madrid, "国际注册号,注册人,国际注册日\n\(cell),甲,2024-05-06\n")
    guard case .madrid(let row) = try #require(reading.rows.first) else { return }
    #expect(row.internationalNumber.text == text)
  }

  @Test func madrid() throws {
    let reading = RegisterReading(
      .madrid,
      """
      国际注册号,商标名称,注册人,国际注册日,有效期至,指定国家
      1234567A,MARK,甲,2024-05-06,2034-05-06,"us、日本;欧盟, KP"
      12345678,MARK,甲,2024-05-06,,
      0,MARK,甲,2024-05-06,,
      1234AB,MARK,甲,2024-05-06,,
      ,MARK,甲,2024-05-06,,
      1,MARK,,2024-05-06,,
      1,MARK,甲,,,
      1,MARK,甲,2024-05-06,2034,
      """)
    #expect(
      reading.rows == [
        .madrid(
          MadridRow(
            source: source(2),
            internationalNumber: try #require(InternationalMarkNumber("1234567A")),
            mark: "MARK", holder: "甲", registeredOn: try day,
            expiresOn: CalendarDay(year: 2034, month: 5, day: 6),
            designations: ["US", "JP", "欧盟", "KP"]))
      ])
    #expect(
      reading.codes == [
        "no-number 3", "no-number 4", "no-number 5", "bad-value 6", "bad-value 7", "bad-value 8",
        "bad-value 9",
      ])
  }

  @Test func giProducts() throws {
    let reading = RegisterReading(
      .giProducts,
      """
      公告号,公告日期,产品名称,国民经济行业分类,所在地域
      2012年第45号,2024年5月6日,砀山酥梨,A015,安徽省砀山县
      ,2024年5月6日,砀山酥梨,A015,
      1,2024年5月,砀山酥梨,A015,
      1,2024年5月6日,,A015,
      """)
    #expect(
      reading.rows == [
        .giProduct(
          GIProductRow(
            source: source(2), name: "砀山酥梨", announcementNumber: "2012年第45号",
            announcedOn: try day, place: "安徽省砀山县"))
      ])
    #expect(reading.codes == ["bad-value 3", "bad-value 4", "bad-value 5"])
    #expect(reading.summary.unknownColumns == [.init(name: "国民经济行业分类", filledCells: 1)])
  }

  @Test func ownerDecisions() throws {
    let reading = RegisterReading(
      .ownerDecisions,
      """
      name,canonical,reason,decided_by,decided_on
      甲厂,甲有限公司,更名,张三,2024-05-06
      ,甲有限公司,,,
      甲厂,,,,
      甲厂,甲有限公司,,,昨天
      """)
    #expect(
      reading.rows == [
        .ownerDecision(
          OwnerDecisionRow(
            source: source(2), name: "甲厂", canonical: "甲有限公司", reason: "更名", decidedBy: "张三",
            decidedOn: try day))
      ])
    #expect(reading.codes == ["bad-value 3", "bad-value 4", "bad-value 5"])
  }

  @Test(
    arguments: [
      ("12.5", 12.5), ("1,234.50", 1234.5), ("-0.3", -0.3), ("−3", -3), ("0", 0), ("８", 8),
      ("123456789012345", 123_456_789_012_345),
    ] as [(String, Double)])
  func indicatorValue(_ cell: String, value: Double) throws {
    let reading = RegisterReading(.indicators, "指标编号,年份,数值\nI2,2024,\"\(cell)\"\n")
    guard case .indicator(let row) = try #require(reading.rows.first) else { return }
    #expect(row.value == value)
    #expect(row.unit == nil)
  }

  @Test func indicators() throws {
    let reading = RegisterReading(
      .indicators,
      """
      指标编号,年份,数值（亿元）,来源
      i10,2024,8.5,统计局
      I1,2024,1,
      I11,2024,1,
      P0,2024,1,
      P34,2024,1,
      P01,2024,1,
      2,2024,1,
      ,2024,1,
      P33,24,1,
      P33,2024,12%,
      P33,2024,1e3,
      P33,2024,1亿元,
      P33,2024,1234567890.123456,
      P33,2024,,
      """)
    #expect(
      reading.rows == [
        .indicator(
          IndicatorRow(
            source: source(2), indicator: try #require(IndicatorID("I10")), year: 2024, value: 8.5,
            unit: "亿元", origin: "统计局"))
      ])
    #expect(reading.codes == (3...15).map { "bad-value \($0)" })
  }

  /// Each new kind of row as `convert` writes it.
  @Test func json() throws {
    let texts: [(RegisterKind, String, String)] = [
      (.marketEntities, "region_code,year,count\n341300,2024,7", #""count":7}"#),
      (
        .enterprises, "name,list,uscc\n甲,贯标,914403001922038216",
        #""name":"甲","uscc":"914403001922038216","list":"贯标"}"#
      ),
      (
        .annualFees, "patent_no,fee_year,due_on\n\(number),3,20240506",
        #""application_no":"202110991218.8","fee_year":3,"due_on":"2024-05-06"}"#
      ),
      (
        .licences, "record_no,patent_no,recorded_on,kind\nX1,\(number),20240506,独占",
        #""record_no":"X1","licence_kind":"独占","recorded_on":"2024-05-06"}"#
      ),
      (.protectedMarks, "mark,class\n甲,9", #""mark":"甲","class":9}"#),
      (
        .madrid, "international_no,holder,registered_on,designations\n12A,甲,20240506,US JP",
        #""holder":"甲","registered_on":"2024-05-06","designations":["US","JP"]}"#
      ),
      (.giProducts, "name,announcement_no\n梨,1号", #""name":"梨","announcement_no":"1号"}"#),
      (.ownerDecisions, "name,canonical\n甲,乙", #""name":"甲","canonical":"乙"}"#),
      (.indicators, "id,year,value\nP3,2024,12.50", #""indicator":"P3","year":2024,"value":12.5}"#),
    ]
    for (kind, text, end) in texts {
      let row = try #require(RegisterReading(kind, text).rows.first, "\(kind)")
      var json = JSONBuffer()
      row.write(to: &json)
      let written = String(decoding: json.bytes, as: UTF8.self)
      #expect(written.hasSuffix(end), "\(written)")
      #expect(ExportRecord.register(row).formatID == kind.formatID)
    }
  }
}
