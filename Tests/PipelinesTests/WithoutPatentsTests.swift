import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// Indicator 1 is never published as 0 where no Chinese patent publication was read.
@Suite struct WithoutPatentsTests {
  private static let population = "region_code,year,population\n341300,2024,5000000\n"

  private static let mark =
    "\u{FEFF}注册号/申请号,国际分类,申请日期,商标名称,商标类型,专用期开始日期,专用期结束日期\n"
    + "10000001,9,2009-01-05,甲,一般,2020-05-21,2030-05-20\n"

  @Test func aNightWithoutAnythingToCountIsRefused() throws {
    let project = try TestProject()
    try project.write(WithoutPatentsTests.population, to: "registers/population.csv")
    let refused = #expect(throws: RunFailure.self) { try project.run() }
    #expect(refused?.reason.hasPrefix("no Chinese patent publication") == true)
    #expect(refused?.reason.contains("1 file holds 1 record, 0 of them rejected") == true)
    #expect(!FileManager.default.fileExists(atPath: project.publishPath + "/latest"))
    // It is refused again, not taken for done.
    #expect(throws: RunFailure.self) { try project.run() }
  }

  @Test func aDeliveryOfRejectsAloneIsRefusedAndTold() throws {
    let project = try TestProject()
    try project.write(WithoutPatentsTests.population, to: "registers/population.csv")
    try project.write("<cn-patent-document><broken", to: "cnipa/damaged.xml")
    let refused = #expect(throws: RunFailure.self) { try project.run() }
    #expect(refused?.reason.contains("1 of them rejected") == true)
    let name = try #require(
      try project.files(below: "Reports").first { $0.hasSuffix("rejects.ndjson") })
    #expect(refused?.reason.contains(name) == true)
    #expect(try project.text(name).contains("cnipa/damaged.xml"))
  }

  @Test func trademarksAloneArePublishedWithoutTheIndicator() throws {
    let project = try TestProject()
    try project.write(WithoutPatentsTests.population, to: "registers/population.csv")
    try project.write(WithoutPatentsTests.mark, to: "registers/2023/注册商标基本信息.csv")
    try project.write("<cn-patent-document><broken", to: "cnipa/damaged.xml")
    #expect(try project.run().publishedRun != nil)
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try project.text("Reports/test/latest/indicator-1.json").utf8))
        as? [String: Any])
    let dependent = [
      "value", "count", "count_upper", "base", "criteria", "overlap", "bands", "by_county",
      "target", "last_target", "only_by", "missing",
    ]
    for key in dependent { #expect(json[key] is NSNull, "\(key)") }
    #expect(json["undetermined"] as? String == "没有读到任何中国专利文献，另有1条记录未能读取（见 rejects.ndjson）")
    let page = try project.text("Reports/test/latest/index.html")
    #expect(page.contains("本指标无法计算：没有读到任何中国专利文献"))
    #expect(!page.contains("件/万人<"))
    #expect(!page.contains("0.00"))
    #expect(page.contains("有效注册商标"))
    // The ledger has no figure either, also where it is filled from the published files.
    let plan = try project.plan()
    #expect(try History.runs(of: plan).map { $0.value } == [nil])
    try FileManager.default.removeItem(atPath: project.workspacePath)
    #expect(try project.run().isNothingNew)
    #expect(try History.runs(of: plan).map { $0.value } == [nil])
  }

  @Test func zeroOverPatentsThatWereReadIsKnown() throws {
    let project = try SharedCity.small.project()
    // Long before the city's first patent.
    try project.write("region_code,year,population\n341300,1989,5000000\n", to: "registers/p.csv")
    try project.run(asOf: "1990-12-31")
    let indicator = try project.indicator("1990-12-31")
    #expect(indicator.count == 0 && indicator.value == 0)
  }
}

extension TestProject {
  /// One archive of a city's publications, for a night that must have some.
  func addPatents() throws {
    let folder = try SharedCity.small.get().folder + "/cnipa"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let name = try #require(names.first { $0.uppercased().hasSuffix(".ZIP") })
    try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: root + "/cnipa/" + name)
  }
}
