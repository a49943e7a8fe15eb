import Dossiers
import Foundation
import Records
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// The passages that `explain --fragments` shows.
@Suite struct SourceFragmentsTests {
  private func passage(_ value: String, in record: String) -> String {
    SourceFragments.passage(
      of: Evidence(rule: "R", field: "出质人", value: value), in: record)
  }

  @Test func aLongFirstLineDoesNotHideTheFact() {
    let record = String(repeating: "x", count: 900) + "\n<b>张三公司</b>\n<c/>"
    let lines = passage("张三公司", in: record).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("xxx") && lines[0].hasSuffix("…") && lines[0].count <= 160)
    #expect(lines[1] == "<b>张三公司</b>")
    #expect(lines[2] == "<c/>")
  }

  /// Whatever stands about it, the fact is shown, and no more than the limit.
  @Test(arguments: [0, 1, 300, 598, 599, 600, 5_000], [0, 1, 300, 600, 5_000])
  func aLongLineIsCutAboutTheFact(before: Int, behind: Int) {
    let line =
      String(repeating: "前", count: before) + "张三公司" + String(repeating: "后", count: behind)
    let text = passage("张三公司", in: line)
    #expect(text.contains("张三公司"))
    #expect(text.count <= SourceFragments.limit)
    if line.count <= SourceFragments.limit { #expect(text == line) }
    #expect(text.contains("…") == (line.count > SourceFragments.limit))
    let isCutBefore = text.hasPrefix("…")
    #expect(isCutBefore == (text.prefix { $0 != "张" }.count - (isCutBefore ? 1 : 0) < before))
  }

  @Test func aDocumentOnOneLineIsShownByElements() {
    let elements = (0..<60).map { "<a><b>\($0)</b></a>" }.joined()
    let text = passage("张三公司", in: "<r>\(elements)<p>张三公司</p><q/></r>")
    let lines = text.split(separator: "\n")
    #expect(lines.contains("<p>张三公司</p>"))
    #expect(lines.count <= 8)
  }

  @Test func aRecordWithoutTheFactShowsItsHead() {
    #expect(passage("李四", in: "一\n二\n三") == "一\n二\n三")
    #expect(passage("李四", in: "") == "")
  }

  /// A workbook's row is shown as its cells, a row of a table in GB18030 as text, a member's as that of
  /// a file; a record in an archive by the lines about the fact.
  @Test func registersOfEveryKind() throws {
    let project = try TestProject(try SharedCity.small.get())
    try project.run()
    let numbers = try project.patents().filter { $0["award"] == "not_met" }.prefix(3)
      .compactMap { $0["application_no"] }
    try #require(numbers.count == 3)
    try write(workbook(numbers[0]), "registers/awards-own.xlsx", project)
    let table = Self.header + Array(numbers[1].utf8) + Self.award
    try write(table, "registers/awards-gb.csv", project)
    var packed = ZipWriter()
    // Its row of the same number is no fact of these patents.
    try packed.add(
      path: "2015/awards-packed.csv",
      bytes: Array("专利号,奖项,等级,年度\n\(numbers[0]),中国专利奖,银奖,2015\n".utf8))
    try packed.add(
      path: "2016/awards-packed.csv",
      bytes: Array("专利号,奖项,等级,年度\n\(numbers[2]),中国专利奖,金奖,2016\n".utf8))
    try write(packed.finish(), "registers/packed.zip", project)
    try project.run()
    let plan = try project.plan()
    let expected = [
      ("registers/awards-own.xlsx", "专利号：\(numbers[0]) | 奖项：中国专利奖 | 等级：金奖 | 年度：2016"),
      ("registers/awards-gb.csv", "\(numbers[1]),中国专利奖,金奖,2016"),
      ("registers/packed.zip", "\(numbers[2]),中国专利奖,金奖,2016"),
    ]
    for (number, (file, row)) in zip(numbers, expected) {
      let explanation = try Explanation(of: number, plan: plan, withFragments: true)
      let award = try #require(
        explanation.passages.first { $0.key.source?.file == file }, "\(file)")
      #expect(award.value.trimmingCharacters(in: .newlines) == row)
      #expect(
        award.key.source?.member
          == (file.hasSuffix("zip") ? "2016/awards-packed.csv" : nil))
      #expect(explanation.lines().contains { $0.contains("| " + row) }, "\(file)")
      // The classes stand in the publication, a member of an archive.
      for (fact, text) in explanation.passages
      where fact.field == "ipc" && fact.source?.member != nil {
        let symbol = fact.value.split(separator: " ").first.map(String.init) ?? ""
        // Newer publications give a symbol's parts in elements of their own.
        #expect(
          text.filter { $0 != " " }.contains(symbol) || text.contains("<business:Section>"),
          "\(number): \(text)")
      }
      #expect(explanation.passages.contains { $0.key.source?.member != nil })
    }

    // What is no longer there is said, not guessed.
    try FileManager.default.removeItem(atPath: project.root + "/registers/packed.zip")
    try write(Self.header, "registers/awards-gb.csv", project)
    let gone = try Explanation(of: numbers[2], plan: plan, withFragments: true)
    #expect(
      gone.passages.contains {
        $0.value.hasPrefix("(registers/packed.zip is no longer among the inputs")
      })
    let other = try Explanation(of: numbers[1], plan: plan, withFragments: true)
    #expect(other.passages.contains { $0.value.contains("holds another content now, SHA-256") })
  }

  /// `专利号,奖项,等级,年度` and `,中国专利奖,金奖,2016` in GB18030, each with its line's end.
  private static let header = bytes("d7a8c0fbbac52cbdb1cfee2cb5c8bcb62cc4eab6c80a")
  private static let award = bytes("2cd6d0b9fad7a8c0fbbdb12cbdf0bdb12c323031360a")

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  private func write(_ bytes: [UInt8], _ path: String, _ project: TestProject) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: project.root + "/" + path))
  }

  private func workbook(_ number: String) throws -> [UInt8] {
    let rows = [["专利号", "奖项", "等级", "年度"], [number, "中国专利奖", "金奖", "2016"]]
    let sheet = rows.enumerated().map { row, cells in
      "<row r=\"\(row + 1)\">"
        + cells.enumerated().map { column, cell in
          "<c r=\"\(["A", "B", "C", "D"][column])\(row + 1)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
        }.joined() + "</row>"
    }.joined()
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var zip = ZipWriter()
    for (path, text) in [
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(type)\"><sheets><sheet name=\"奖项\" sheetId=\"1\" "
          + "r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(type)/worksheet\" "
          + "Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>"
      ),
    ] {
      try zip.add(path: path, bytes: Array(text.utf8))
    }
    return zip.finish()
  }
}
