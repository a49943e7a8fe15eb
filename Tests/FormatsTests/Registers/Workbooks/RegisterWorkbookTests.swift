import Foundation
import Records
import Testing

@testable import Formats

/// Registers in workbooks.
struct RegisterWorkbookTests {
  private let awards = [
    ["专利号", "奖项", "等级", "年度"], ["202110991218.8", "中国专利奖", "金奖", "2021"],
    ["85202237", "中国专利奖", "优秀奖", "1990"],
  ]

  /// Each register reads the same from a workbook as from text.
  @Test(
    arguments: [
      (.pledges, "登记号,专利号,登记日,质押金额（元）\nY1,202110991218.8,2021/5/6,500\nY2,1,2021/5/6,5"),
      (.awards, "专利号,奖项,等级,年度\n202110991218.8,中国专利奖,金奖,2021\n,中国专利奖,金奖,2021"),
      (.families, "专利号,同族公开号\n202110991218.8,US1B2\n202110991218.8"),
      (.population, "行政区划代码,年份,年末常住人口（万人）,备注\n341300,2024,532.4476,好\n341300,2024,x"),
      (.industryDecisions, "专利号,战新代码,认定\n202110991218.8,1.2,是\n202110991218.8,1.2,?"),
      (.marketEntities, "行政区划代码,年份,户数\n341300,2024,652341\n341300,2024,0"),
      (.enterprises, "名称,名单,统一社会信用代码\n甲,四上,914403001922038216\n乙,四上,914403001922038217"),
      (.annualFees, "专利号,年度,缴费截止日\n202110991218.8,第3年,20240506\n202110991218.8,0,20240506"),
      (.licences, "备案号,专利号,备案日\nX1,202110991218.8,20240506\nX2,202110991218.7,20240506"),
      (.protectedMarks, "商标名称,国际分类,名录\n梨,31,驰名商标\n梨,46,驰名商标"),
      (.madrid, "国际注册号,注册人,国际注册日\n1234567A,甲,20240506\n,甲,20240506"),
      (.giProducts, "产品名称,公告号\n砀山酥梨,1\n,2"),
      (.ownerDecisions, "原名称,归并为\n甲厂,甲\n乙厂"),
      (.indicators, "指标编号,年份,数值\nI2,2024,8.5\nI1,2024,8.5"),
    ] as [(RegisterKind, String)])
  func sameAsText(_ kind: RegisterKind, text: String) {
    let fromText = RegisterReading(kind, text, file: "t")
    let cells = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let reading = WorkbookReading(WorkbookWriter(rows: cells).bytes, file: "t")
    #expect(reading.rows == fromText.rows)
    #expect(reading.rows.count == (kind == .families ? 2 : 1))
    #expect(reading.rejects == fromText.rejects)
    #expect(reading.summary == fromText.summary)
  }

  /// Numbers, dates and flags as a spreadsheet stores them, behind empty rows.
  @Test func storedValues() throws {
    var writer = WorkbookWriter()
    writer.strings = [
      "登记号", "专利号", "登记日", "解除日", "质押金额", "Y1", "备注", "合计",
    ].map { "<t>\($0)</t>" }
    writer.formats = ["yyyy/m/d;@", "#,##0.00"]
    let header = zip("ABCDE", 0...4).map { "<c r=\"\($0)3\" t=\"s\"><v>\($1)</v></c>" }.joined()
    writer.sheet = """
      <row r="1"/><row r="2"><c r="A2" s="1"/></row><row r="3">\(header)</row>
      <row r="4" hidden="1"><c r="A4" t="s"><v>5</v></c><c r="B4"><v>2.0211099121879999E11</v></c>
      <c r="C4" s="1"><v>44322</v></c><c r="E4" s="2"><f>5*100</f><v>500</v></c></row>
      <row r="6"><c r="G6"><v>1</v></c><c r="A6" t="s"><v>5</v></c><c r="B6"><v>2021109912188</v></c>
      <c r="C6" s="1"><v>44322</v></c><c r="D6" s="1"><v>0</v></c><c r="E6"><v>499.99999</v></c></row>
      <row r="7"><c r="A7" t="s"><v>5</v></c><c r="B7"><v>2021109912187</v></c>
      <c r="C7"><v>44322</v></c><c r="E7"><v>1</v></c></row>
      <row r="8"><c r="A8" t="s"><v>5</v></c><c r="B8"><v>202110991218</v></c>
      <c r="C8"><v>44322</v></c><c r="E8"><v>1</v></c></row>
      """
    let reading = WorkbookReading(writer.bytes, file: "in/质押登记.xlsx")
    #expect(reading.codes == ["check-digit 7", "bad-value 8"])
    #expect(
      reading.rejects.last?.reason
        == "row 8, column 登记日: \"44322\" found, "
        + "expected a date as YYYY-MM-DD, YYYYMMDD, YYYY/M/D or YYYY年M月D日")
    let day = try #require(CalendarDay("2021-05-06"))
    let patent = try PatentNumber(parsing: "202110991218.8")
    #expect(
      reading.rows
        == [(4, 5_000_000), (6, 4_999_999)].map { row, amount in
          .pledge(
            PledgeRow(
              source: Source(file: "in/质押登记.xlsx", offset: row, record: String(row)),
              registrationNumber: "Y1", patent: patent, registeredOn: day, amountInYuan: amount))
        })
    #expect(reading.summary?.unknownColumns == [.init(name: "column 7", filledCells: 1)])
    #expect(reading.summary?.rows == 4)
  }

  /// Errors and merged cells cost their rows where a column of the register has them, and only then.
  @Test func errorsAndMergedCells() {
    var writer = WorkbookWriter(rows: awards.map { $0 + ["备注"] })
    writer.sheet += """
      <row r="4"><c r="A4"><v>85202237</v></c><c r="B4" t="inlineStr"><is><t>省奖</t></is></c>
      <c r="C4" t="e"><v>#N/A</v></c><c r="D4"><v>2020</v></c></row>
      <row r="5"><c r="A5"><v>85202237</v></c><c r="B5" t="inlineStr"><is><t>省奖</t></is></c>
      <c r="C5" t="inlineStr"><is><t>一等奖</t></is></c><c r="D5"><v>2020</v></c>
      <c r="E5" t="e"><v>#REF!</v></c></row>
      <row r="6"><c r="A6"><v>85202237</v></c><c r="C6" t="inlineStr"><is><t>二等奖</t></is></c>
      <c r="D6"><v>2020</v></c></row>
      <row r="7"><c r="E7" t="e"><v>#N/A</v></c></row><row r="8"><c r="A8" t="e"><v>#N/A</v></c></row>
      """
    writer.behindRows =
      "<mergeCells><mergeCell ref=\"B5:B6\"/><mergeCell ref=\"E5:E6\"/></mergeCells>"
    let reading = WorkbookReading(writer.bytes)
    #expect(reading.rows.count == 3)
    #expect(
      reading.rejects.map { $0.reason } == [
        "row 4, column 等级: cell C4: the error #N/A found; correct the formula",
        "row 6, column 奖项: B6 lies within the merged cells B5:B6; unmerge them and fill in every row",
        "row 8, column 专利号: cell A8: the error #N/A found; correct the formula",
      ])
    #expect(reading.summary?.rows == 6)
    #expect(reading.summary?.accepted == 3)
  }

  @Test func rowOutOfPlaceCostsItself() {
    var writer = WorkbookWriter(rows: awards)
    writer.sheet += "<row r=\"2\"><c r=\"A2\"><v>85202237</v></c></row>"
    let reading = WorkbookReading(writer.bytes)
    #expect(reading.rows.count == 2)
    #expect(reading.codes == ["bad-row 3"])
    #expect(reading.summary?.rejected == 1)
  }

  /// A header that fits no register: the nearest one and what it lacks.
  @Test(
    arguments: [
      (
        ["专利号", "奖项", "等级", "获奖年"],
        "missing-column 1",
        "a.xlsx, sheet \"登记\": the columns fit no register; nearest is 奖项 (awards), "
          + "whose column 年度 (year) is missing; columns found: 专利号, 奖项, 等级, 获奖年"
      ),
      (
        ["Patent No", "registered_on"], "missing-column 1",
        "a.xlsx, sheet \"登记\": the columns fit no register; nearest is 质押登记 (pledges), "
          + "whose column 登记号 (registration_no), 质押金额 (amount) is missing; "
          + "columns found: Patent No, registered_on"
      ),
      (
        ["商标名称", "国际分类", "注册号"], "missing-column 1",
        "a.xlsx, sheet \"登记\": the columns fit no register; nearest is "
          + "重点商标保护名录 (protected-marks), whose column 名录 (list) is missing; "
          + "columns found: 商标名称, 国际分类, 注册号"
      ),
      (
        ["甲", "", "乙"], "unknown-format 1",
        "a.xlsx, sheet \"登记\": no register has any of the columns found: 甲, 乙; expected in the "
          + "first row those of one of pledges, awards, families, population, sei-decisions, "
          + "market-entities, enterprises, annual-fees, licences, protected-marks, madrid, "
          + "gi-products, owner-decisions, indicators"
      ),
      (
        ["专利号", "奖项", "等级", "年度", "同族公开号"], "missing-column 1",
        "a.xlsx, sheet \"登记\": the columns fit 奖项 (awards) and 同族 (families); "
          + "begin the file's name with the register's, awards or 奖项"
      ),
    ])
  func noRegister(_ header: [String], code: String, reason: String) {
    let reading = WorkbookReading(
      WorkbookWriter(rows: [header, ["1", "2", "3", "4"]]).bytes, file: "a.xlsx")
    #expect(reading.codes == [code])
    #expect(reading.rejects.first?.reason == reason)
    #expect(reading.rows == [])
  }

  @Test func titleAboveTheHeader() {
    let reading = WorkbookReading(
      WorkbookWriter(rows: [["宿州市获奖专利"]] + awards).bytes, file: "奖项.xlsx")
    #expect(reading.codes == ["missing-column 1"])
    #expect(reading.rejects.first?.reason.hasSuffix("delete titles above the column names") == true)
    #expect(reading.summary?.kind == .awards)
  }

  @Test func kindOfAWorkbook() {
    // What stands behind the header is not looked at.
    var writer = WorkbookWriter(rows: awards)
    writer.sheet += "<row r=\"1\"><broken>"
    #expect(RegisterWorkbook.kind(of: writer.bytes, fileName: "a.xlsx") == .awards)
    #expect(RegisterWorkbook.kind(of: writer.bytes, fileName: "同族.xlsx") == .families)
    #expect(WorkbookReading(writer.bytes).codes.last == "bad-container file")
    let other = WorkbookWriter(rows: [[], ["甲"]]).bytes
    #expect(RegisterWorkbook.kind(of: other, fileName: "a.xlsx") == nil)
    #expect(RegisterWorkbook.kind(of: Array("no archive".utf8), fileName: "awards.xlsx") == nil)
  }

  @Test func emptySheet() {
    #expect(WorkbookReading(WorkbookWriter().bytes).codes == ["empty file"])
    #expect(WorkbookReading(WorkbookWriter(rows: [["", " "]]).bytes).codes == ["empty file"])
  }

  /// Registers are told by the header, or by the name of the file or member.
  @Test func kindByNameOrHeader() {
    func kind(_ name: String, _ header: [String]) -> RegisterKind? {
      RegisterHeader.kind(fileName: name, header: header, isTable: false)
    }
    #expect(kind("a.zip!in/Madrid-2024.xlsx", ["注册人"]) == .madrid)
    #expect(kind("madrid.xml", ["<?xml"]) == nil)
    #expect(kind("年费.xlsx", ["年度"]) == .annualFees)
    #expect(kind("a.xlsx", ["产品名称", "公告号", "公告日期"]) == .giProducts)
    #expect(kind("a.xlsx", ["region_code", "year", "count"]) == .marketEntities)
    #expect(kind("a.xlsx", ["id", "year", "value"]) == .indicators)
    // The export of all registered marks has these columns.
    #expect(kind("a.csv", ["注册号/申请号", "国际分类", "申请日期", "商标名称"]) == nil)
    #expect(kind("a.csv", ["商标名称", "国际分类", "名录"]) == .protectedMarks)
    for register in RegisterKind.registers {
      let chinese = register.recognisingColumns.map { $0.chinese }
      let english = register.recognisingColumns.map { $0.english }
      #expect(kind("a", chinese) == register.kind)
      #expect(kind("a", english) == register.kind)
      #expect(kind(register.kind.rawValue + "-2024.csv", english) == register.kind)
    }
  }

  // MARK: Other forms

  /// A compound file whose directory names the given streams, at the second sector.
  private func compoundFile(_ streams: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 512 - 8)
    for name in ["Root Entry"] + streams {
      var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      entry += [UInt8](repeating: 0, count: 128 - entry.count)
      bytes += entry
    }
    return bytes + [UInt8](repeating: 0, count: 512)
  }

  @Test(
    arguments: [
      (["Workbook"], "binary form of before 2007 (.xls)"), (["Book"], "(.xls)"),
      (["EncryptionInfo", "EncryptedPackage"], "an encrypted workbook; remove its password"),
      (["WordDocument"], "a compound file"),
    ])
  func compoundFiles(_ streams: [String], problem: String) {
    let reading = WorkbookReading(compoundFile(streams))
    #expect(reading.codes == ["bad-container file"])
    #expect(reading.rejects.first?.reason.contains(problem) == true)
    #expect(reading.rejects.first?.reason.hasSuffix("save it as .xlsx or as CSV UTF-8") == true)
    #expect(reading.summary == nil)
  }

  @Test(
    arguments: [
      (["[Content_Types].xml", "xl/workbook.bin"], ".xlsb"),
      (["mimetype", "content.xml", "META-INF/manifest.xml"], ".ods"),
      (["Index/Document.iwa"], "Numbers"), (["a.xml"], "xl/workbook.xml is missing"),
    ])
  func otherArchives(_ names: [String], problem: String) {
    let reading = WorkbookReading(
      ZipWriter.archive(names.map { .init(name: $0, bytes: Array("x".utf8)) }))
    #expect(reading.codes == ["bad-container file"])
    #expect(reading.rejects.first?.reason.contains(problem) == true)
  }

  @Test func expandingPart() {
    let sheet = ZipWriter.Member(
      name: "xl/worksheets/sheet1.xml", bytes: [0x20], declaredCount: 300 << 20)
    var members = [sheet]
    let writer = WorkbookWriter(rows: awards)
    if let archive = try? ZipArchive(ByteRange(writer.bytes)) {
      for entry in archive.entries where entry.name != sheet.name {
        let block = ByteBlock()
        try? ZipMember.bytes(of: entry, in: archive, into: block)
        members.append(.init(name: entry.name, bytes: Array(block.buffer)))
      }
    }
    #expect(WorkbookReading(ZipWriter.archive(members)).codes == ["bomb file"])
  }

  /// Whatever a workbook is cut to, it is one reject and no row.
  @Test func truncationAnywhere() {
    let bytes = WorkbookWriter(rows: awards).bytes
    for end in 0..<bytes.count {
      let reading = WorkbookReading(Array(bytes[..<end]))
      #expect(reading.rows == [])
      #expect(reading.rejects.count == 1)
    }
    #expect(WorkbookReading(bytes).rows.count == 2)
  }

  /// A damaged byte anywhere is seen by a checksum, or changes nothing.
  @Test func damageAnywhere() {
    let bytes = WorkbookWriter(rows: awards).bytes
    let sound = WorkbookReading(bytes).rows
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x21
      let reading = WorkbookReading(damaged)
      #expect(reading.rows == sound || reading.rejects.count == 1, "byte \(place)")
    }
  }

  // MARK: A real workbook

  @Test(.enabled(if: SharedSamples.areExpected))
  func legalEventCodesOfTheEPO() throws {
    let path = try #require(
      SharedSamples.folder("reference/epo_inpadoc_legal_event_codes_2024-17.xlsx"))
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let rows = try Workbook.rows(of: bytes)
    // As openpyxl 3.1 reads them.
    #expect(rows.count == 4398)
    #expect(rows.map { $0.number } == Array(1...4398))
    #expect(
      rows[0].values == [
        "Authority", "Event-code", "Date Created", "Influence", "Description ENG",
        "Last Update ENG", "Description ORI", "Last Update ORI", "Event-class",
        "Event-class Description",
      ])
    #expect(
      rows[756].values == [
        "CN", "PE01", "20170410", " ",
        "ENTRY INTO FORCE OF THE REGISTRATION OF THE CONTRACT FOR PLEDGE OF PATENT RIGHT",
        "20180625",
        "ENTRY INTO FORCE OF THE REGISTRATION OF THE CONTRACT FOR PLEDGE OF PATENT RIGHT",
        "20180625", "S", "INFORMATION ON LICENSING AND SIMILAR TRANSACTIONS",
      ])
    #expect(rows[4397].values.prefix(2) == ["WO", "XX  "])
    #expect(rows.count { $0.values.first == "CN" } == 110)
    #expect(rows.allSatisfy { $0.faults.isEmpty && $0.fault == nil && $0.merged.isEmpty })
    let reading = WorkbookReading(bytes, file: "codes.xlsx")
    #expect(reading.codes == ["unknown-format 1"])
  }
}
