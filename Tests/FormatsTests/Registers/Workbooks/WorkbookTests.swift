import Testing

@testable import Formats

/// How a sheet's cells become texts.
struct WorkbookTests {
  @Test(
    arguments: [
      // A patent number as Excel stores it, in full and in scientific notation; with check digit.
      ("202110991218", "General", "202110991218"),
      ("2.02110991218E11", "General", "202110991218"),
      ("2.0211099121880E12", "General", "2021109912188"),
      ("202110991218.79999", "General", "202110991218.8"),
      ("202110991218.8", "0.0", "202110991218.8"),
      ("85202237.900000006", "General", "85202237.9"),
      ("9007199254740992", "General", "9007199254740992"), ("-5", "General", "-5"),
      ("532.4476", "General", "532.4476"), ("0.30000000000000004", "General", "0.3"),
      ("9.9999999999999995E-7", "General", "0.000001"), ("1E-2", "General", "0.01"),
      ("999999999999999.9", "General", "1000000000000000"),
      ("1234.5", "#,##0.00_ ;[Red]-#,##0.00 ", "1234.5"), ("0012", "General", "12"),
      ("123", "000000", "000123"), ("1.5", "000000", "0001.5"),
      ("0.125", "0.0%", "12.5%"), ("500", "0\"万元\"", "500万元"), ("500", "0!万!元", "500万元"),
      ("500", "\"¥\"#,##0", "500"), ("500", "[$¥-804]#,##0.00", "500"),
      ("500", "[$€-2] #,##0", "€500"), ("202110991218.8", "\"ZL\"0.0", "ZL202110991218.8"),
      ("7", "\"第\"0\"年\"", "第7年"), ("12", "0.00E+00", "12"), ("12", "G/通用格式", "12"),
      ("3", "[DBNum1]General", "3"), ("5", "@", "5"), ("0", "0.00", "0"),
      ("1234567", "#,##0", "1234567"), ("5", "0;[Red]-0;;@", "5"),
    ])
  func number(_ stored: String, format: String, text: String) throws {
    let row = try WorkbookWriter.cell("<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>", format: format)
    #expect(row.faults == [:])
    #expect(row.values.first == text)
  }

  @Test(
    arguments: [
      ("45418", "yyyy-mm-dd", "2024-05-06"), ("45418", "yyyy/m/d;@", "2024-05-06"),
      ("45418.75", "yyyy-mm-dd hh:mm", "2024-05-06"),
      ("45418", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "2024-05-06"),
      ("45418", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024-05-06"),
      ("45418", "m\"月\"d\"日\"", "2024-05-06"), ("45418", "yyyy\"年\"m\"月\"", "2024-05"),
      ("45418", "yyyy", "2024"), ("45418", "mmm-yy", "2024-05"), ("45418", "aaaa", "2024-05-06"),
      ("45418", "e/m/d", "2024-05-06"), ("45418", "General", "45418"),
      ("45418", "0\"d\"", "45418d"),
      ("1", "yyyy-mm-dd", "1900-01-01"), ("59", "yyyy-mm-dd", "1900-02-28"),
      ("61", "yyyy-mm-dd", "1900-03-01"), ("2958465", "yyyy-mm-dd", "9999-12-31"),
      ("0", "yyyy-mm-dd", "0"),
    ])
  func date(_ stored: String, format: String, text: String) throws {
    let row = try WorkbookWriter.cell("<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>", format: format)
    #expect(row.faults == [:])
    #expect(row.values.first == text)
  }

  @Test(
    arguments: [("43956", "2024-05-06"), ("0", "1904-01-01"), ("59", "1904-02-29")])
  func dateFrom1904(_ stored: String, text: String) throws {
    let row = try WorkbookWriter.cell(
      "<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>", format: "yyyy-mm-dd", from1904: true)
    #expect(row.values.first == text)
  }

  @Test(
    arguments: [
      ("60", "yyyy-mm-dd", "1900-02-29"), ("-1", "yyyy-mm-dd", "no date"),
      ("2958466", "yyyy-mm-dd", "no date"), ("0.5", "h:mm", "time of day"),
      ("1.5", "[h]:mm:ss", "time of day"), ("9007199254740994", "General", "last digits"),
      ("9.1341300123456E+17", "0", "last digits"), ("12345", "0!.0000", "part of its number"),
      ("12345", "#,##0,", "part of its number"), ("12345", "0.00,,", "part of its number"),
      ("1,5", "General", "a number is expected"), ("inf", "General", "a number is expected"),
      ("0x10", "General", "a number is expected"), ("1e999", "General", "a number is expected"),
    ])
  func numberFault(_ stored: String, format: String, problem: String) throws {
    let row = try WorkbookWriter.cell("<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>", format: format)
    #expect(row.faults[0]?.contains(problem) == true, "\(row.faults)")
    #expect(row.values.first == "")
  }

  /// Formats that a workbook names only by number.
  @Test(arguments: [14, 15, 16, 22, 28, 31, 58])
  func builtInDates(_ id: Int) throws {
    var writer = WorkbookWriter()
    writer.sheet = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45418</v></c></row>"
    writer.parts["xl/styles.xml"] =
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(id)\"/></cellXfs></styleSheet>"
    #expect(try Workbook.rows(of: writer.bytes)[0].values == ["2024-05-06"])
  }

  @Test(
    arguments: [
      ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<t>甲</t>", "甲"),
      (
        "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<t xml:space=\"preserve\"> 甲 &amp;&#20057; </t>",
        " 甲 &乙 "
      ),
      (
        "<c r=\"A1\" t=\"s\"><v>0</v></c>",
        "<r><t>中国</t></r><r><rPr><b/></rPr><t>专利奖</t></r><rPh sb=\"0\" eb=\"2\"><t>チ</t></rPh><phoneticPr fontId=\"1\"/>",
        "中国专利奖"
      ),
      ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<t>a_x000D_b_x005F_x0041_</t>", "a\rb_x0041_"),
      ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<t><![CDATA[<甲>]]></t>", "<甲>"),
      ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "", ""),
      ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>", "", "甲乙"),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>甲</t><rPh><t>x</t></rPh></is></c>", "", "甲"),
      ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "", "TRUE"),
      ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "", "FALSE"),
      ("<c r=\"A1\" t=\"str\"><f>A2&amp;B2</f><v>甲乙</v></c>", "", "甲乙"),
      ("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", "", ""),
      ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "", "2"),
      ("<c r=\"A1\" t=\"d\"><v>2024-05-06T00:00:00</v></c>", "", "2024-05-06"),
      ("<c r=\"A1\" s=\"0\"/>", "", ""), ("<c r=\"A1\"><v></v></c>", "", ""),
    ])
  func content(_ xml: String, string: String, text: String) throws {
    var writer = WorkbookWriter()
    writer.sheet = "<row r=\"1\">\(xml)<c r=\"B1\"><v>1</v></c></row>"
    writer.strings = [string]
    let row = try Workbook.rows(of: writer.bytes)[0]
    #expect(row.values == [text, "1"])
    #expect(row.faults == [:])
  }

  @Test(
    arguments: [
      ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "the error #N/A"),
      ("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "the error #DIV/0!"),
      ("<c r=\"A1\"><f>B1*2</f></c>", "without a stored value"),
      ("<c r=\"A1\"><f>B1*2</f><v></v></c>", "without a stored value"),
      ("<c r=\"A1\" t=\"s\"><v>7</v></c>", "string 7 found"),
      ("<c r=\"A1\" t=\"s\"><v>x</v></c>", "string x found"),
      ("<c r=\"A1\" t=\"b\"><v>2</v></c>", "0 or 1"),
      ("<c r=\"A1\" t=\"w\"><v>2</v></c>", "cell type"),
    ])
  func contentFault(_ xml: String, problem: String) throws {
    let row = try WorkbookWriter.cell(xml)
    #expect(row.faults[0]?.contains(problem) == true, "\(row.faults)")
    #expect(row.faults[0]?.hasPrefix("cell A1: ") == true)
    #expect(row.values[0] == "")
    #expect(row.values[25] == "1")
  }

  /// Cells and rows stand where their references say; without references they follow one another.
  @Test func places() throws {
    var writer = WorkbookWriter()
    writer.sheet = """
      <row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c><c r="AB3"><v>3</v></c></row>
      <row><c><v>4</v></c><c r="C4"><v>5</v></c><c><v>6</v></c></row>
      <row r="9" hidden="1"><c r="B9"><v>7</v></c></row><row r="10"/>
      """
    let rows = try Workbook.rows(of: writer.bytes)
    #expect(rows.map { $0.number } == [3, 4, 9])
    #expect(rows[0].values.count == 28)
    #expect(rows[0].values[0] == "2")
    #expect(rows[0].values[2] == "1")
    #expect(rows[0].values[27] == "3")
    #expect(rows[1].values == ["4", "", "5", "6"])
    #expect(rows[2].values == ["", "7"])
  }

  @Test(
    arguments: [
      ("<row r=\"5\"/><row r=\"4\"><c><v>1</v></c></row>", "row 4 stands behind row 5"),
      ("<row r=\"0\"><c><v>1</v></c></row>", "row number 0"),
      ("<row r=\"1048577\"><c><v>1</v></c></row>", "row number 1048577"),
      ("<row r=\"x\"><c><v>1</v></c></row>", "row number x"),
      ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "cell reference A2"),
      ("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", "cell reference 1A"),
      ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "cell reference XFE1"),
      ("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"><v>1</v></c></row>", "A1 stands twice"),
    ])
  func placeFault(_ sheet: String, problem: String) throws {
    var writer = WorkbookWriter()
    writer.sheet = sheet
    let rows = try Workbook.rows(of: writer.bytes)
    #expect(rows.count == 1)
    #expect(rows[0].fault?.contains(problem) == true, "\(rows)")
  }

  @Test func cellReferences() {
    #expect(CellReference("C5") == CellReference(row: 5, column: 2))
    #expect(CellReference("$AA$10") == CellReference(row: 10, column: 26))
    #expect(CellReference("XFD1048576") == CellReference(row: 1_048_576, column: 16_383))
    for text in ["", "5", "C", "C0", "XFE1", "A1048577", "a1", "A1B", "AAAA1", "A-1", "甲1"] {
      #expect(CellReference(text) == nil, "\(text)")
    }
    for column in [0, 25, 26, 51, 52, 701, 702, 16_383] {
      let cell = CellReference(row: 7, column: column)
      #expect(CellReference(cell.text) == cell)
    }
    #expect(CellReference(row: 1, column: 702).text == "AAA1")
  }

  @Test func mergedCells() throws {
    var writer = WorkbookWriter(rows: [["a", "b", "c"], ["1", "2", "3"], ["", "5", ""]])
    writer.behindRows =
      "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B3:C3\"/></mergeCells>"
    let rows = try Workbook.rows(of: writer.bytes)
    #expect(rows[1].fault(ofColumn: 0) == nil)
    #expect(rows[2].fault(ofColumn: 0)?.hasPrefix("A3 lies within the merged cells A2:A3") == true)
    #expect(rows[2].fault(ofColumn: 1) == nil)
    #expect(rows[2].fault(ofColumn: 2)?.hasPrefix("C3 lies within the merged cells B3:C3") == true)
    #expect(rows[0].merged == [])
  }

  /// The first tab that is seen, whatever the parts are called, with prefixed names and UTF-16.
  @Test func firstSheet() throws {
    var writer = WorkbookWriter(rows: [["wrong"]])
    writer.parts["xl/workbook.xml"] = """
      <x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      <x:sheets><x:sheet name="图" sheetId="9" rel:id="chart"/>
      <x:sheet name="隐" sheetId="1" state="hidden" rel:id="rId1"/>
      <x:sheet name="甲&amp;乙" sheetId="2" state="visible" rel:id="rId7"/>
      <x:sheet name="末" sheetId="3" rel:id="rId1"/></x:sheets></x:workbook>
      """
    writer.parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships>
      <Relationship Id="chart" Type="a/chartsheet" Target="chartsheets/sheet1.xml"/>
      <Relationship Id="rId1" Type="a/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId7" Type="a/worksheet" Target="../xl/./Sheets/Zweites.XML"/>
      </Relationships>
      """
    writer.parts["xl/sheets/zweites.xml"] =
      "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    let workbook = try Workbook(ZipArchive(ByteRange(writer.bytes)))
    #expect(workbook.sheetName == "甲&乙")
    #expect(try Workbook.rows(of: writer.bytes).map { $0.values } == [["5"]])
  }

  @Test(arguments: [false, true])
  func partInUTF16(_ isBigEndian: Bool) throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><sst><si><t>专利号𠮷</t></si></sst>"
    var units = [UInt8](isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
    for unit in text.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      units += isBigEndian ? pair : pair.reversed()
    }
    var writer = WorkbookWriter()
    writer.sheet = "<row><c t=\"s\"><v>0</v></c></row>"
    writer.parts["xl/sharedStrings.xml"] = .some(nil)
    var zip = ZipWriter()
    let archive = try ZipArchive(ByteRange(writer.bytes))
    for entry in archive.entries {
      let block = ByteBlock()
      try ZipMember.bytes(of: entry, in: archive, into: block)
      zip.add(.init(name: entry.name, bytes: Array(block.buffer)))
    }
    zip.add(.init(name: "xl/sharedStrings.xml", bytes: units))
    #expect(try Workbook.rows(of: zip.finished()).map { $0.values } == [["专利号𠮷"]])
  }

  @Test(
    arguments: [
      ("xl/worksheets/sheet1.xml", nil, "is missing"),
      ("xl/workbook.xml", nil, "is missing"),
      ("xl/_rels/workbook.xml.rels", nil, "no worksheet"),
      ("xl/workbook.xml", "<workbook><sheets/></workbook>", "no worksheet"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "damaged"),
      ("xl/worksheets/sheet1.xml", "", "damaged"),
      (
        "xl/worksheets/sheet1.xml",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData>&b;</sheetData></worksheet>",
        "document type"
      ),
      (
        "xl/worksheets/sheet1.xml", "<worksheet><row><c><v>&b;</v></c></row></worksheet>", "damaged"
      ),
      ("xl/sharedStrings.xml", "<sst><si>", "damaged"),
      ("xl/worksheets/sheet1.xml", String(repeating: "<a>", count: 100), "nested deeper"),
    ] as [(String, String?, String)])
  func damagedParts(_ part: String, text: String?, problem: String) {
    var writer = WorkbookWriter(rows: [["1"]])
    writer.parts[part] = .some(text)
    let error = #expect(throws: ContainerFault.self) { try Workbook.rows(of: writer.bytes) }
    #expect(error?.code == .badContainer)
    #expect(error?.reason.contains(problem) == true, "\(error?.reason ?? "")")
  }

  @Test func recognition() throws {
    func entries(_ names: [String]) throws -> [ZipEntry] {
      try ZipArchive(
        ByteRange(ZipWriter.archive(names.map { .init(name: $0, bytes: [0x61]) }))
      ).entries
    }
    #expect(Workbook.isWorkbook(try entries(["[Content_Types].xml", "xl/workbook.xml", "a.xml"])))
    #expect(Workbook.isWorkbook(try entries(["[content_types].xml", "xl\\Workbook.xml"])))
    #expect(!Workbook.isWorkbook(try entries(["[Content_Types].xml", "word/document.xml"])))
    #expect(!Workbook.isWorkbook(try entries(["xl/workbook.xml"])))
    #expect(!Workbook.isWorkbook(try entries(["20251230-1-001/a.XML"])))
  }
}
