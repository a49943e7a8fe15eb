import Foundation
import Records
import Testing

@testable import Formats

/// The seven tables, their headers and what becomes of their columns.
struct CnipaTrademarkTests {
  private typealias Table = TrademarkTableReading

  @Test func basicRow() throws {
    let mark = try #require(Table.basics(Table.basic()).marks.first)
    #expect(mark.part == .basic && mark.office == "CN" && mark.format == "cnipa-trademark")
    #expect(mark.applicationNumber == "88000001" && mark.registrationNumber == "88000001")
    #expect(mark.internationalNumber == nil)
    #expect(mark.source == Source(file: "商标.csv", offset: 2, record: "2"))
    #expect(mark.filingDate?.isoText == "2020-01-02")
    #expect(mark.registrationDate?.isoText == "2020-07-01")
    #expect(mark.expiryDate?.isoText == "2030-06-30")
    #expect(mark.name == "云山" && mark.kind == .individual && mark.feature == nil)
    #expect(mark.classes == [GoodsClass(nice: 25)])
    #expect(mark.isGeographicalIndication == false && mark.isWellKnown == false)
    #expect(
      mark.events.map { "\($0.name ?? "") \($0.date?.isoText ?? "") \($0.issue ?? "")" } == [
        "初审公告 2020-04-06 1801", "注册公告 2020-07-01 1813", "专用期开始 2020-07-01 ",
      ])
    #expect(mark.details.map { $0.label }.contains("代理机构代码"))
  }

  @Test func anApplicationIsNotRegistered() throws {
    let row = ",9,2024-01-02,云山,一般,,,,,,,,,,,,,,,,,"
    let mark = try #require(Table.basics("88000001" + row).marks.first)
    #expect(mark.registrationNumber == nil && mark.expiryDate == nil && mark.events.isEmpty)
  }

  @Test func otherTables() throws {
    let holder = Table.read(
      Table.holderHeader + "\nG123456A,9,云山公司,Cloud Hill,宿州市埇桥区,Suzhou\n")
    var mark = try #require(holder.marks.first)
    #expect(mark.part == .holder && mark.internationalNumber == "123456A")
    #expect(mark.holders == [Holder(name: "云山公司", latinName: "Cloud Hill", address: "宿州市埇桥区")])

    let shared = Table.read(
      "注册号/申请号,共有人中文名称,共有人英文文名称,共有人中文地址,共有人英文地址\n5,乙,B,丙,C\n")
    mark = try #require(shared.marks.first)
    #expect(mark.part == .coHolder && mark.classes.isEmpty)
    #expect(mark.holders == [Holder(name: "乙", latinName: "B", address: "丙")])

    let goods = Table.read(
      Table.goodsHeader + "\n88000001,25,2507,2,鞋,删除\n88000001,25,2501,1,服装,\n"
        + "88000001,25,2502,3,帽,1\n")
    #expect(goods.marks.map { $0.delivery } == [.deleted, nil, nil])
    #expect(goods.marks[0].classes == [GoodsClass(nice: 25, goods: ["鞋"], groups: ["2507"])])

    let claims = Table.read(
      "注册号/申请号,国际分类,优先权编号,种类,日期,商品,国家/地区\n88000001,25,P-1,1,2019-08-01,服装,美国\n")
    #expect(
      claims.marks.first?.priorities == [
        Priority(country: "美国", number: "P-1", date: PartialDate("2019-08-01"))
      ])

    let madrid = Table.read(
      "注册号/申请号,国际注册号,国际注册日期,国际通知日期,国际申请语种,国际申请类型,国际公告期号,国际公告日期,后期指定日期,"
        + "基础注册日期\nG1234567,1234567,2019-01-01,2019-02-01,英文,,2019/01,,2020-02-02,2018-12-01\n")
    mark = try #require(madrid.marks.first)
    #expect(mark.part == .international && mark.internationalNumber == "1234567")
    #expect(mark.events.map { $0.name ?? "" } == ["国际注册", "国际通知", "国际公告", "后期指定", "基础注册"])

    let agencies = Table.read("代理人编码,代理人名称\n11001,某代理公司\n")
    mark = try #require(agencies.marks.first)
    #expect(mark.part == .agency && mark.representatives == ["某代理公司"])
    #expect(mark.applicationNumber == nil)
  }

  @Test func headersVary() throws {
    let rows = "\n88000001,25,2020-01-02,2020-05-01,2020-07-01,2030-06-30\n"
    for header in [
      "注册号,国际分类,申请日期,初审公告日期>日期,专用期开始日期,专用期结束日期",
      "申请号,国际分类,申请日期,初审公告日期＞日期,专用期开始日期,专用期结束日期",
      "\u{FEFF}申请号/注册号 ,国际分类,申请日期,初审公告日期：日期,专用期开始日期,专用期结束日期",
      "\"注册号／申请号\",\"国际分类\",\"申请日期\",\"初审公告>日期\",\"专用期开始日期\",\"专用期结束日期\"",
    ] {
      let result = Table.read(header + rows)
      #expect(result.rejects.isEmpty, "\(header)")
      let mark = try #require(result.marks.first)
      #expect(mark.events.first?.date?.isoText == "2020-05-01")
      // Without the column nothing is known of the words.
      #expect(mark.name == nil && mark.feature == nil && mark.isGeographicalIndication == nil)
    }
    for word in ["注册人", "申请人", "商标注册人"] {
      let result = Table.read("注册号,国际分类,\(word)中文名称,\(word)中文地址\n88000001,1,甲,乙\n")
      #expect(result.marks.first?.holders == [Holder(name: "甲", address: "乙")])
    }
    #expect(Table.read("注册号,国际分类,注册人：中文名称\n88000001,1,甲\n").marks.first?.holders.count == 1)
  }

  @Test func headersThatFitNoTable() {
    let result = Table.read("注册号,国际分类,商标名称,申请日期\n88000001,25,云山,2020-01-02\n")
    #expect(result.rows.isEmpty && result.faults == ["1 missing-column"])
    #expect(
      result.rejects.first?.reason.hasPrefix("no column 专用期开始日期, which 注册商标基本信息 has") == true)
    #expect(Table.isRecognised("注册号,国际分类,商标名称,申请日期\n"))
    #expect(!Table.isRecognised("专利号,名称,申请日期\n"))
    #expect(!Table.isRecognised("代理机构代码,代理机构名称,专利号,金额\n"))
    #expect(!Table.isRecognised("\u{D0}\u{CF}\n"))
  }

  @Test func aSplitPartWithoutHeader() {
    let rows = "88000001,25,2501,1,服装,\n88000001,25,2507,2,鞋,删除\n"
    let result = Table.read(rows, name: "注册商标商品服务信息7.csv")
    #expect(result.rows.map { $0.source.offset } == [1, 2] && result.rejects.isEmpty)
    #expect(Table.isRecognised(rows, name: "注册商标商品服务信息7.csv"))
    #expect(!Table.isRecognised(rows, name: "其他.csv"))
  }

  @Test func kindsAndFeatures() {
    func mark(_ row: String) -> Trademark? { Table.basics(row).marks.first }
    for (type, kind) in [
      ("一般", Trademark.Kind.individual), ("集体", .collective), ("证明", .certification),
      ("特殊", .other), ("集体商标", .collective),
    ] {
      #expect(mark(Table.basic(type: type))?.kind == kind)
    }
    #expect(mark(Table.basic(type: ""))?.kind == nil)
    for (name, feature, words) in [
      ("", Trademark.Feature.figurative, nil), ("图形", .figurative, nil),
      ("云山及图", .combined, "云山及图"), ("云山及图形", .combined, "云山及图形"),
      ("云山（CLOUD）", nil, "云山（CLOUD）"), ("云山(CLOUD)", nil, "云山(CLOUD)"),
    ] as [(String, Trademark.Feature?, String?)] {
      #expect(mark(Table.basic(name: name))?.feature == feature)
      #expect(mark(Table.basic(name: name))?.name == words)
    }
    #expect(mark(Table.basic(solid: "1"))?.feature == .threeDimensional)
    for (answer, flag) in [
      ("是", true), ("否", false), ("1", true), ("0", false), ("Y", true), ("N", false),
    ] {
      #expect(mark(Table.basic(wellKnown: answer))?.isWellKnown == flag)
    }
    #expect(mark(Table.basic(wellKnown: ""))?.isWellKnown == nil)
  }

  /// A geographical indication is a collective or certification mark with 地理标志信息; neither is one.
  @Test func geographicalIndications() {
    for (type, indication, expected) in [
      ("证明", "砀山酥梨", true), ("集体", "灵璧石", true), ("证明", "", false), ("一般", "砀山酥梨", false),
      ("集体", "否", false), ("证明", "是", true),
    ] {
      let rows = Table.basics(Table.basic(type: type, indication: indication)).rows
      #expect(rows.first?.isGeographicalIndication == expected, "\(type) \(indication)")
    }
  }

  @Test func dates() {
    for (text, iso) in [
      ("2020-01-02", "2020-01-02"), ("2020-01-02 00:00:00", "2020-01-02"),
      ("2020-01-02 10:11:12.0", "2020-01-02"), ("2013年05月21日", "2013-05-21"),
      ("2013年5月21日", "2013-05-21"), ("20130521", "2013-05-21"), ("2013/5/21", "2013-05-21"),
      (" 2020-01-02\t", "2020-01-02"), ("2024-02-29", "2024-02-29"), ("", nil), ("0", nil),
      ("0000-00-00", nil), ("0001-01-01", nil), ("2020年", "2020"),
    ] as [(String, String?)] {
      let result = Table.basics(Table.basic(filing: text))
      #expect(result.rejects.isEmpty, "\(text)")
      #expect(result.marks.first?.filingDate?.isoText == iso, "\(text)")
    }
    for text in ["2023-02-29", "2020-13-01", "1801", "云山", "2020-01-02x", "99999999"] {
      #expect(Table.basics(Table.basic(filing: text)).faults == ["2 bad-value"], "\(text)")
    }
  }

  @Test func termsInOneCell() {
    for term in [
      "2020-07-01至2030-06-30", "2020年07月01日 至 2030年06月30日", "2020-07-01 00:00:00至2030-06-30",
    ] {
      let rows = Table.basics(Table.basic(start: "", end: "", term: term)).rows
      #expect(rows.first?.date(.termStart)?.isoText == "2020-07-01", "\(term)")
      #expect(rows.first?.date(.termEnd)?.isoText == "2030-06-30", "\(term)")
    }
    #expect(Table.basics(Table.basic(start: "", end: "", term: "长期")).faults == ["2 bad-value"])
    // Both ends stand in their own columns.
    #expect(Table.basics(Table.basic(term: "长期")).rows.count == 1)
    #expect(Table.basics(Table.basic(end: "", term: "")).rows.first?.date(.termEnd) == nil)
  }

  @Test func tabsAndGB18030() throws {
    let text =
      Table.basicHeader + "\r\n" + Table.basic(name: "云山及图", filing: "2013年05月21日") + "\r\n"
      + Table.basic("G123456A", name: "“云山”（甲）", note: "国；、龍") + "\r\n"
    let tabs = text.replacing(",", with: "\t")
    let utf8 = Table.read(text)
    #expect(utf8.rows.count == 2 && utf8.rejects.isEmpty)
    for bytes in [
      try Table.gb18030(text), try Table.gb18030(tabs), Array(tabs.utf8),
      [0xEF, 0xBB, 0xBF] + text.utf8,
    ] {
      #expect(Table.read(bytes) == utf8)
    }
    // Four bytes: U+3400 and U+20000.
    var bytes = try Table.gb18030(Table.holderHeader + "\n88000001,9,")
    bytes += [0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36] + Array(",,,\n".utf8)
    #expect(Table.read(bytes).marks.first?.holders.first?.name == "\u{3400}\u{20000}")
  }

  /// Through containers, as the README beside the files says.
  @Test func sampleData() throws {
    struct Tables: TableFormat {
      func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable? {
        CnipaTrademark.table(fileName: fileName, header: header)
      }
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appendingPathComponent("SampleData/cnipa-trademark").path
    for (name, records, rejects) in [
      ("2023.zip", 25, ["10 bad-value"]), ("2023_1.zip", 3, []),
      ("2019第5次增量 注册商标基本信息.xls", 2, []),
    ] {
      let batches = try ExportReader().batches(
        [InputFile(path: folder + "/" + name, name: name)],
        options: ReadOptions(workers: 2, tables: Tables()))
      #expect(batches.reduce(0) { $0 + $1.records.count } == records, "\(name)")
      #expect(
        batches.flatMap { $0.rejects }.map { "\($0.source.offset) \($0.code.rawValue)" } == rejects)
      #expect(batches.last?.summary?.formats == ["cnipa-trademark": records])
      #expect(TrademarkDelivery(path: name) != nil)
    }
  }

  /// Against a list made with another reader (Python's csv) of the shared sample.
  @Test(.enabled(if: SharedSamples.areExpected)) func sharedSample() throws {
    let folder = try #require(
      SharedSamples.folder("samples/trademark/cn/cnipa-open-data-SYNTHETIC-rows-real-headers"))
    let counts: [String: (Trademark.Part, Int)] = [
      "商标代理机构信息.csv": (.agency, 1), "商标注册人信息.csv": (.holder, 5),
      "国际注册基本信息.csv": (.international, 2), "注册商标优先权信息.csv": (.priority, 1),
      "注册商标共有人信息.csv": (.coHolder, 1), "注册商标商品服务信息.csv": (.goods, 6),
      "注册商标基本信息.csv": (.basic, 5), "注册商标基本信息.xls(TSV-GB18030)": (.basic, 5),
    ]
    for (name, (part, count)) in counts {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      let result = Table.read(bytes, name: name)
      #expect(result.rejects.isEmpty && result.rows.count == count, "\(name)")
      #expect(result.rows.allSatisfy { $0.part == part })
      #expect(bytes.withUnsafeBytes { CnipaTrademark.table(fileName: name, header: $0) } != nil)
      if part == .basic {
        #expect(
          result.rows.compactMap { $0.text(.name) } == [
            "FIXTURE DIRECT", "FIXTURE MULTI", "FIXTURE MULTI", "FIXTURE MADRID ROOT",
            "FIXTURE MADRID CHILD",
          ])
        #expect(result.rows.map { $0.niceClass ?? 0 } == [25, 9, 42, 25, 25])
        #expect(result.rows.allSatisfy { $0.date(.termEnd)?.isoText == "2030-06-30" })
      }
    }
  }
}
