import Analyses
import Records
import Reports
import Testing

@Suite struct IndicatorsJSONTests {
  private func figures() throws -> [PlanIndicator] {
    var valid = PlanIndicator(
      id: "valid-registered-trademarks", name: "有效注册商标", unit: "件", targets: ["B1"],
      value: .count(3), status: .upperBound, remark: "上限")
    valid.parts = [.init("by-number", "按注册号", 2)]
    valid.counties = [
      CountyCount(region: try #require(RegionCode("341302")), name: "埇桥区", count: 3)
    ]
    return [
      valid,
      PlanIndicator(
        id: "enterprises-with-trademarks-per-10000-entities", name: "每万户", unit: "户/万户",
        targets: ["P5"], value: .rate(0.5), status: .upperBound, remark: "上限"),
      PlanIndicator(
        id: "gi-products", name: "地理标志产品", unit: "个", targets: ["P4", "P29"], value: nil,
        status: .noData, remark: "无数据"),
    ]
  }

  private func json(_ figures: [PlanIndicator]) throws -> JSONNode {
    try JSONNode(
      parsing: IndicatorsJSON.bytes(
        figures, region: try #require(RegionCode("341300")),
        asOf: try #require(CalendarDay("2025-12-31")), run: "0f3a9c5be1d24781"))
  }

  @Test func valuesAreNumbersOrNull() throws {
    let figures = try figures()
    #expect(figures.flatMap { $0.inconsistencies } == [])
    let json = try json(figures)
    #expect(try JSONSchema(named: "indicators").faults(in: json) == [])
    guard case .list(let items) = json["indicators"] else {
      Issue.record("indicators is no list")
      return
    }
    #expect(items.map { $0["value"] } == [.number(3), .number(0.5), .null])
    #expect(
      items.map { $0["status"] } == [.text("upper-bound"), .text("upper-bound"), .text("no-data")])
  }

  @Test func sumsThatDisagreeAreNamed() throws {
    var figure = try #require(try figures().first)
    figure.counties[0].count = 4
    #expect(figure.inconsistencies == ["有效注册商标：各县区合计4，总数3"])
    figure.counties = []
    figure.value = nil
    #expect(figure.inconsistencies == ["有效注册商标：数值与数据状态不符"])
  }

  @Test func cellsOfMarksAreNoFormulas() throws {
    var row = MarkRow(office: "CN", number: "10000001", state: "valid")
    row.name = "=1+1"
    row.holder = "甲,乙"
    row.niceClass = 9
    var bytes: [UInt8] = []
    TrademarksCSV.append(row, to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "10000001,9,CN,'=1+1,,\"甲,乙\",,,,,,,,valid,,,0,0,,,,\r\n")
  }
}
