import Records

@testable import Formats

/// Writes small workbooks part by part, sound and unsound ones.
struct WorkbookWriter {
  /// The XML within `sheetData`.
  var sheet = ""
  /// The XML behind `sheetData`.
  var behindRows = ""
  /// The XML of each `si`.
  var strings: [String] = []
  /// The format codes of styles 1, 2, …
  var formats: [String] = []
  var countsFrom1904 = false
  /// Parts instead of the usual ones, nil to leave one out.
  var parts: [String: String?] = [:]

  static let namespace =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  /// Rows of inline strings with references, from row 1 on.
  init(rows: [[String]] = []) {
    for (row, cells) in rows.enumerated() {
      sheet += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let place = CellReference(row: row + 1, column: column).text
        sheet += "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
      sheet += "</row>"
    }
  }

  var bytes: [UInt8] {
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
    let codes = formats.enumerated().map { index, code in
      let text = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      return "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(text)\"/>"
    }.joined()
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var parts: [String: String] = [
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": """
      <workbook \(WorkbookWriter.namespace)><workbookPr date1904="\(countsFrom1904 ? 1 : 0)"/>
      <sheets><sheet name="登记" sheetId="1" r:id="rId1"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="rId1" Type="\(type)worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="\(type)styles" Target="styles.xml"/>
      <Relationship Id="rId3" Type="\(type)sharedStrings" Target="/xl/sharedStrings.xml"/>
      </Relationships>
      """,
      "xl/worksheets/sheet1.xml":
        "<worksheet \(WorkbookWriter.namespace)><sheetData>\(sheet)</sheetData>\(behindRows)</worksheet>",
      "xl/styles.xml": """
      <styleSheet \(WorkbookWriter.namespace)><numFmts>\(codes)</numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/>\(styles)</cellXfs>
      <dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>
      """,
      "xl/sharedStrings.xml":
        "<sst \(WorkbookWriter.namespace)>\(strings.map { "<si>\($0)</si>" }.joined())</sst>",
    ]
    for (name, text) in self.parts { parts[name] = text }
    return ZipWriter.archive(
      parts.sorted { $0.key < $1.key }.map { .init(name: $0.key, bytes: Array($0.value.utf8)) })
  }

  /// The values of one cell of the given XML, with the given format as style 1.
  static func cell(_ xml: String, format: String = "General", from1904: Bool = false) throws
    -> SheetRow
  {
    var writer = WorkbookWriter()
    writer.sheet = "<row r=\"1\">\(xml)<c r=\"Z1\"><v>1</v></c></row>"
    writer.formats = [format]
    writer.countsFrom1904 = from1904
    return try Workbook.rows(of: writer.bytes)[0]
  }
}

/// What reading a workbook as a register gave.
struct WorkbookReading {
  var rows: [RegisterRow] = []
  var rejects: [Reject] = []
  var summary: RegisterSummary?

  init(_ bytes: [UInt8], file: String = "register.xlsx") {
    var rows: [RegisterRow] = []
    var rejects: [Reject] = []
    summary = RegisterWorkbook.read(
      bytes, source: Source(file: file), record: { rows.append($0) },
      reject: { rejects.append($0) })
    self.rows = rows
    self.rejects = rejects
  }

  var codes: [String] { rejects.map { "\($0.code.rawValue) \($0.source.record ?? "file")" } }
}
