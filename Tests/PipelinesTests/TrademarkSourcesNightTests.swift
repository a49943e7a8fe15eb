import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// Marks whose records contradict each other, or are written in two ways, through a whole night.
@Suite struct TrademarkSourcesNightTests {
  private static let header = "\u{FEFF}注册号/申请号,国际分类,申请日期,商标名称,商标类型,专用期开始日期,专用期结束日期\n"
  private static let holderHeader = "\u{FEFF}注册号/申请号,国际分类,注册人中文名称,注册人中文地址\n"
  private static let goodsHeader = "\u{FEFF}注册号/申请号,国际分类,类似群,商品序号,商品中文名称,商品状态\n"

  private static func basic(_ numbers: String...) -> String {
    header
      + numbers.map { "\($0),9,2009-01-05,甲,一般,2020-05-21,2030-05-20\n" }.joined()
  }

  private func project() throws -> TestProject {
    let project = try TestProject()
    try project.write(
      "region_code,year,population\n341300,2024,5000000\n", to: "registers/population.csv")
    try project.write(
      "region_code,year,count\n341300,2024,50000\n", to: "registers/market-entities.csv")
    return project
  }

  private func open(_ project: TestProject) throws -> [String: String] {
    Dictionary(
      try project.table("trademarks-undetermined.csv").map {
        ($0["number"] ?? "", $0["missing"] ?? "")
      }, uniquingKeysWith: { one, _ in one })
  }

  /// The number with zeros in front is the same mark in every table, register and question.
  @Test func zerosInFrontJoin() throws {
    let project = try project()
    try project.write(
      TrademarkSourcesNightTests.basic("00123456", "G01234567"), to: "registers/2023/注册商标基本信息.csv")
    try project.write(
      TrademarkSourcesNightTests.holderHeader + "123456,9,宿州甲科技有限公司,安徽省宿州市埇桥区一路1号\n"
        + "G1234567,9,宿州乙有限公司,安徽省宿州市埇桥区一路2号\n", to: "registers/2023/商标注册人信息.csv")
    try project.write(
      "mark,class,registration_no,list,owner\n甲,9,0123456,驰名商标,\n",
      to: "registers/protected-marks.csv")
    try project.run()
    let found = try project.planIndicators()
    #expect(found["valid-registered-trademarks"]?.value == 2)
    #expect(found["valid-registered-trademarks"]?.unresolvedPlace == 0)
    #expect(found["well-known-trademarks"]?.value == 1)
    #expect(try project.table("trademarks.csv").map { $0["number"] } == ["123456", "G1234567"])
    let lines = try TrademarkExplanation(of: "第００1-23456号", plan: try project.plan()).lines()
    #expect(lines.first?.hasPrefix("CN 123456") == true)
    #expect(lines.contains("  2 of 2 records hold:"))
  }

  @Test func aMarkOfGoodsAloneIsListed() throws {
    let project = try project()
    try project.write(
      TrademarkSourcesNightTests.basic("10000001"), to: "registers/2023/注册商标基本信息.csv")
    try project.write(
      TrademarkSourcesNightTests.goodsHeader + "10000002,30,3001,1,咖啡,\n10000001,9,0901,1,计算机,\n",
      to: "registers/2023/注册商标商品服务信息.csv")
    try project.run()
    let missing = try open(project)
    #expect(missing["10000002"] == "商标基本信息（只有商品服务信息）；商标注册人信息")
    #expect(missing["10000001"] == "商标注册人信息")
    let rows = try project.table("trademarks-undetermined.csv")
    #expect(
      rows.first { $0["number"] == "10000002" }?["source"]
        == "registers/2023/注册商标商品服务信息.csv#2")
    #expect(try project.planIndicators()["valid-registered-trademarks"]?.unresolvedPlace == 2)
  }

  /// Of two tables of holders without a year nobody knows which is the later: their holders are no
  /// co-owners, and where only one of them is of the city, neither is the mark.
  @Test func holdersOfTwoUndatedTables() throws {
    let project = try project()
    try project.write(
      TrademarkSourcesNightTests.basic("10000001", "10000002", "10000003"),
      to: "registers/注册商标基本信息.csv")
    let header = TrademarkSourcesNightTests.holderHeader
    try project.write(
      header + "10000001,9,宿州甲科技有限公司,安徽省宿州市埇桥区一路1号\n"
        + "10000002,9,宿州丙科技有限公司,安徽省宿州市埇桥区一路3号\n"
        + "10000003,9,宿州丁科技有限公司,安徽省宿州市埇桥区一路4号\n", to: "registers/商标注册人信息.csv")
    try project.write(
      header + "10000001,9,合肥乙有限公司,安徽省合肥市蜀山区一路2号\n"
        + "10000002,9,宿州戊科技有限公司,安徽省宿州市埇桥区一路5号\n"
        + "10000003,9,宿州丁科技有限公司,安徽省宿州市埇桥区一路4号\n", to: "registers/商标注册人信息（新）.csv")
    try project.run()
    let found = try project.planIndicators()
    // 02 is of the city whoever holds it; 03 is certain; 01 is not resolved.
    #expect(found["valid-registered-trademarks"]?.value == 2)
    #expect(found["valid-registered-trademarks"]?.unresolvedPlace == 1)
    let reason = try open(project)["10000001"] ?? ""
    #expect(reason.contains("各来源不一致"))
    #expect(reason.contains("宿州甲科技有限公司") && reason.contains("合肥乙有限公司"))
    // Only 丁 certainly holds a mark of the city; 甲, 丙 and 戊 may.
    let enterprises = try #require(found["enterprises-with-trademarks-per-10000-entities"])
    #expect(enterprises.part("enterprises") == 1)
    #expect(enterprises.undetermined == 2)
    let record = try project.runDocument()
    #expect(record.gates.allSatisfy { ["passed", "off"].contains($0.result) })
    #expect(record.counts.rejected == 0)
  }
}
