import Records
import Testing

@testable import Formats

/// A control character in a cell means that bytes of the table are damaged: the row is told, not read.
struct ControlCharacterTests {
  typealias Table = TrademarkTableReading

  /// Where the character stands in a row of the basic table, and the code of the reject.
  static let trademarkCells: [(row: String, code: String)] = [
    (Table.basic(name: "云\u{0}山"), "2 control-character"),
    (Table.basic(name: "\u{0}云山"), "2 control-character"),
    (Table.basic(name: "云山\u{1}"), "2 control-character"),
    (Table.basic(name: "\u{0}"), "2 control-character"),
    (Table.basic(note: "说\u{1F}明"), "2 control-character"),
    (Table.basic("8800\u{0}0001"), "2 no-number"),
    (Table.basic("88000001\u{0}"), "2 no-number"),
    (Table.basic("88000001", "25\u{0}"), "2 bad-value"),
    (Table.basic(end: "2030-06-30\u{0}"), "2 bad-value"),
  ]

  @Test(arguments: trademarkCells)
  func trademarkRow(row: String, code: String) throws {
    let result = Table.basics(row, Table.basic("88000002"))
    #expect(result.faults == [code], "\(result.rejects)")
    #expect(result.marks.map { $0.applicationNumber } == ["88000002"])
    let text = Table.basicHeader + "\n" + row + "\n"
    let encoded = Table.read(
      try Table.gb18030(text.replacing(",", with: "\t")), name: "商标.xls")
    #expect(encoded.faults == [code], "\(encoded.rejects)")
  }

  @Test func tabsAndLineBreaksAreACellsOwn() {
    let result = Table.basics(Table.basic(name: "\"云\n山\""), Table.basic("88000002"))
    #expect(result.rejects.isEmpty)
    #expect(result.rows.count == 2)
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1F}"])
  func registerRow(character: String) {
    let header = "专利号,奖项,等级,年度\n"
    let sound = "202110991218.8,中国专利奖,金奖,2021\n"
    for damaged in [
      "202110991218.8,中国\(character)专利奖,金奖,2021\n",
      "2021\(character)10991218.8,中国专利奖,金奖,2021\n",
    ] {
      let result = RegisterReading(.awards, header + damaged + sound)
      #expect(result.codes == ["control-character 2"], "\(result.rejects)")
      #expect(result.rows.count == 1)
    }
  }

  @Test func escapedInAWorkbook() {
    let result = WorkbookReading(
      WorkbookWriter(rows: [
        ["专利号", "奖项", "等级", "年度"], ["202110991218.8", "中国_x0000_专利奖", "金奖", "2021"],
        ["202110991218.8", "中国专利奖", "金奖", "2021"],
      ]).bytes)
    #expect(result.codes == ["control-character 2"], "\(result.rejects)")
    #expect(result.rows.count == 1)
  }
}
