import Analyses
import Testing

@testable import Reports

@Suite struct TableCSVTests {
  @Test func cellsOfEveryKind() {
    let table = DataTable(
      id: "t", title: "", grain: "",
      columns: [
        DataColumn("a", "甲", .text), DataColumn("b", "乙", .integer), DataColumn("c", "丙", .decimal),
        DataColumn("d", "丁", .boolean),
      ], key: [],
      rows: [
        [.text("=1+1"), .integer(-3), .decimal(-0.25), .boolean(true)],
        [.text("a,\"b\"\n"), .null, .decimal(1e-7), .boolean(false)],
      ])
    #expect(
      String(decoding: TableCSV.bytes(table), as: UTF8.self)
        == "a,b,c,d\n'=1+1,-3,-0.25,true\n\"a,\"\"b\"\"\n\",,0.0000001,false\n")
  }

  @Test(arguments: [
    (1e21, "1000000000000000000000.0"), (1.5e-10, "0.00000000015"), (-2e16, "-20000000000000000.0"),
    (0.1, "0.1"), (12345.678, "12345.678"), (1.2345e20, "123450000000000000000.0"),
  ])
  func decimalsHaveNoExponent(number: Double, text: String) {
    #expect(TableCSV.decimal(number) == text)
    #expect(Double(TableCSV.decimal(number)) == number)
  }
}
