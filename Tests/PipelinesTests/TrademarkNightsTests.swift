import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// Trademarks end to end: hand-written tables of two deliveries, a whole record that ends a mark, and
/// registers, with every count worked out by hand.
///
/// At 2025-12-31, after the first night (delivery 2023):
///
/// | number | class | what | counts as |
/// |---|---|---|---|
/// | 10000001 | 9, 35 | term to 2030, 宿州甲科技 | 2 cases, 1 number |
/// | 10000002 | 30 | term over 2024-06-30 | dead (night 2: renewed, valid) |
/// | 10000003 | 31 | term over 2025-10-31 | grace until 2026-04-30 |
/// | 10000004 | 29 | collective with 地理标志信息, an association | valid, GI |
/// | 10000005 | 25 | no registration | pending |
/// | 10000006 | 33 | well known, co-held by a person | valid (night 2: moves to 合肥) |
/// | 10000007 | 5 | 合肥, co-held by 泗县己商贸 | of another place; its co-holder is an enterprise of ours |
/// | 10000008 | 41 | address without a division | unresolved place |
/// | 10000009 | 43 | a holder's row alone | undetermined |
/// | 10000010 | 1 | no holder's row | unresolved place |
/// | 10000011 | 3 | term to 2026-03-31, a person | valid, renewal window |
/// | 10000012 | 7 | term to 2032 | valid (night 2: invalid by a whole record) |
/// | 10000013 | 8 | term over 2020-01-31 | dead |
/// | 10000014 | 29 | certification mark without 地理标志信息 | valid, no GI |
@Suite struct TrademarkNightsTests {
  @Test func theFirstNightCountsWhatTheTablesSay() throws {
    let project = try TrademarkNightsTests.project()
    #expect(try project.run().publishedRun != nil)
    let found = try project.planIndicators()

    let valid = try #require(found["valid-registered-trademarks"])
    #expect(valid.value == 7)
    #expect(valid.status == "upper-bound")
    #expect(valid.part("by-number") == 6)
    #expect(valid.part("grace") == 1)
    #expect(valid.part("renewal-due") == 1)
    #expect(valid.part("pending") == 1)
    #expect(valid.part("dead") == 2)
    #expect(valid.undetermined == 1)
    #expect(valid.unresolvedPlace == 2)
    #expect(valid.remark.contains("实际数不大于此数"))
    // 埇桥 10000001 twice and 14; 砀山 04; 萧县 12; 灵璧 06; 泗县 11.
    #expect(
      valid.counties.filter { $0.value > 0 }
        == [
          .init(region: "341302", value: 3), .init(region: "341321", value: 1),
          .init(region: "341322", value: 1), .init(region: "341323", value: 1),
          .init(region: "341324", value: 1),
        ])

    let geographical = try #require(found["gi-trademarks"])
    #expect(geographical.value == 1)
    #expect(geographical.counties.first { $0.value > 0 }?.region == "341321")
    #expect(found["gi-products"]?.value == 2)
    #expect(found["gi-products"]?.undetermined == 1)

    // Flag: 06. Register: 04 and 12 by number, 甲 by name and class; 无号牌 by neither; 03 is in 宽展期.
    let wellKnown = try #require(found["well-known-trademarks"])
    #expect(wellKnown.value == 4)
    #expect(wellKnown.status == "incomplete")
    #expect(wellKnown.source("flag") == 1)
    #expect(wellKnown.source("register") == 3)
    #expect(wellKnown.part("not-valid") == 1)
    #expect(wellKnown.part("unnumbered") == 1)

    let madrid = try #require(found["madrid-registrations"])
    #expect(madrid.value == 1)
    #expect(madrid.undetermined == 1)
    #expect(madrid.part("ended") == 1)

    // 甲, 丙, 丁, 戊 and the co-holder 己 ÷ 5 万户; 王五 and 李四 are persons, 酥梨协会 is no enterprise.
    let enterprises = try #require(found["enterprises-with-trademarks-per-10000-entities"])
    #expect(enterprises.value == 1)
    #expect(enterprises.part("enterprises") == 5)
    #expect(enterprises.part("persons") == 2)
    #expect(enterprises.part("institutions") == 1)
    #expect(enterprises.part("market-entities") == 50_000)

    // 甲 holds, 庚 does not.
    let listed = try #require(found["listed-enterprises-with-trademarks"])
    #expect(listed.value == 50)

    let rows = try project.table("trademarks.csv")
    #expect(
      rows.map { "\($0["number"] ?? "") \($0["class"] ?? "") \($0["state"] ?? "")" }
        == [
          "10000001 9 valid", "10000001 35 valid", "10000002 30 dead", "10000003 31 grace",
          "10000004 29 valid", "10000005 25 pending", "10000006 33 valid",
          "10000009 43 undetermined", "10000011 3 valid", "10000012 7 valid", "10000013 8 dead",
          "10000014 29 valid",
        ])
    let grace = try #require(rows.first { $0["number"] == "10000003" })
    #expect(grace["period"] == "grace" && grace["period_end"] == "2026-04-30")
    let renewal = try #require(rows.first { $0["number"] == "10000011" })
    #expect(renewal["period"] == "renewal" && renewal["period_end"] == "2026-03-31")
    #expect(rows.first?["groups"] == "0901;0907")
    #expect(rows.first { $0["number"] == "10000006" }?["co_holders"] == "李四")
    #expect(
      rows.first?["source"] == "registers/trademarks/2023/注册商标基本信息.csv#2")
    let open = try project.table("trademarks-undetermined.csv")
    #expect(
      open.map { "\($0["number"] ?? "") \($0["missing"] ?? "")" }
        == [
          "10000008 地址中的行政区划", "10000009 商标基本信息（只有注册人信息）", "10000010 商标注册人信息",
        ])
    #expect(try project.text("Reports/test/latest/index.html").contains("<h2>商标</h2>"))
    try expectBalance(project)
  }

  @Test func theSecondNightRenewsTransfersAndEnds() throws {
    let project = try TrademarkNightsTests.project()
    try project.run()
    try TrademarkNightsTests.addSecondDelivery(to: project)
    #expect(try project.run().publishedRun != nil)
    let found = try project.planIndicators()
    let valid = try #require(found["valid-registered-trademarks"])
    // Plus 02, less 06 and 12.
    #expect(valid.value == 6)
    #expect(valid.part("by-number") == 5)
    #expect(valid.part("dead") == 2)
    #expect(found["well-known-trademarks"]?.value == 2)
    #expect(found["well-known-trademarks"]?.source("flag") == 0)
    let rows = try project.table("trademarks.csv")
    #expect(rows.first { $0["number"] == "10000002" }?["expiry_date"] == "2034-06-30")
    #expect(rows.first { $0["number"] == "10000012" }?["state"] == "dead")
    #expect(!rows.contains { $0["number"] == "10000006" })
    try expectBalance(project)
    let counts = try project.runDocument().counts
    // Every row of the later delivery holds, also the one that only repeats what was delivered before.
    #expect(counts.records == 6)
    #expect(counts.loaded == 6)
  }

  @Test func theWayToTheResultDoesNotCount() throws {
    let whole = try TrademarkNightsTests.project()
    try TrademarkNightsTests.addSecondDelivery(to: whole)
    try whole.run()
    let expected = try whole.deterministicFiles()

    let usual = try TrademarkNightsTests.project()
    try usual.run()
    try TrademarkNightsTests.addSecondDelivery(to: usual)
    try usual.run()
    try expectSame(try usual.deterministicFiles(), expected)

    // The increment first, then the base in any order.
    let files = FileManager.default
    var random = SeededGenerator()
    print("theWayToTheResultDoesNotCount: seed \(random.seed)")
    let shuffled = try TrademarkNightsTests.project()
    try TrademarkNightsTests.addSecondDelivery(to: shuffled)
    var late = try shuffled.files(below: "registers").filter { !$0.hasSuffix("population.csv") }
    late.shuffle(using: &random)
    func move(_ name: String, from: String, to: String) throws {
      let target = to + "/" + name
      try files.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try files.moveItem(atPath: from + "/" + name, toPath: target)
    }
    let hidden = shuffled.root + "/later"
    for name in late { try move(name, from: shuffled.root, to: hidden) }
    while !late.isEmpty {
      for name in late.prefix(4) { try move(name, from: hidden, to: shuffled.root) }
      late.removeFirst(min(4, late.count))
      try shuffled.run()
    }
    try expectSame(try shuffled.deterministicFiles(), expected)

    // A lost workspace is filled again with the same run.
    try files.removeItem(atPath: shuffled.workspacePath)
    #expect(try shuffled.run().isNothingNew)
  }

  @Test func anEarlierDayIsAReplay() throws {
    let project = try TrademarkNightsTests.project()
    try TrademarkNightsTests.addSecondDelivery(to: project)
    try project.run(asOf: "2025-03-31")
    let found = try project.planIndicators("2025-03-31")
    // 01 twice, 02 renewed, 03 before its end, 04, 11, 12 before it was declared invalid, 14.
    #expect(found["valid-registered-trademarks"]?.value == 8)
    #expect(found["valid-registered-trademarks"]?.part("grace") == 0)
  }

  @Test func aMarkIsExplained() throws {
    let project = try TrademarkNightsTests.project()
    try TrademarkNightsTests.addSecondDelivery(to: project)
    try project.run()
    let renewed = try TrademarkExplanation(of: "10000002", plan: try project.plan()).lines()
    #expect(renewed.contains("  class 30  valid  乙"))
    #expect(renewed.contains("      trademark-term 专用期结束日期 = 2034-06-30 (row 2)"))
    #expect(renewed.contains("    place 341321"))
    #expect(renewed.contains("  2 of 3 records hold:"))
    let ended = try TrademarkExplanation(of: "10000012", plan: try project.plan()).lines()
    #expect(ended.contains { $0.contains("trademark-status status = 商标无效, 2025-06-01") })
    let refused = #expect(throws: RunFailure.self) {
      try TrademarkExplanation(of: "777", plan: try project.plan())
    }
    #expect(refused?.reason.contains("trademark CN 777 is in none of the files read") == true)
  }

  /// The exchange data may know registrations that the office's register lacks; the mark designated to
  /// China, of a holder abroad, is nobody's here.
  @Test func internationalRegistrationsAreUnited() throws {
    let project = try TrademarkNightsTests.project()
    func registration(_ number: String, _ origin: String, _ address: String) -> String {
      """
      <MARKGR INTREGN="\(number)" INTREGD="20200102" EXPDATE="20300102" OOCD="\(origin)" ORIGLAN="1">
      <CURRENT><HOLGR CLID="1"><NAME><NAMEL>Example Co., Ltd.</NAMEL></NAME>
      <ADDRESS><ADDRL>\(address)</ADDRL><COUNTRY>CN</COUNTRY></ADDRESS></HOLGR>
      <IMAGE NAME="1" TEXT="SHILI" COLOUR="N" TYPE="JPG"/>
      <BASICGS NICEVER="11-2020"><GSGR NICCLAI="31"><GSTERMEN>Pears</GSTERMEN></GSGR></BASICGS>
      </CURRENT></MARKGR>
      """
    }
    try project.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ROMARIN>\n"
        + registration("1234567", "CN", "No. 1, Example Road, Dangshan County, 235300 Anhui")
        + registration("1500001", "CN", "No. 1, Example Road, Dangshan County, 235300 Anhui")
        + registration("1500002", "CN", "No. 1, Shushan District, Hefei, 230000 Anhui")
        + "\n</ROMARIN>\n",
      to: "registers/trademarks/madrid.xml")
    try project.run()
    let madrid = try #require(try project.planIndicators()["madrid-registrations"])
    #expect(madrid.value == 2)
    #expect(madrid.source("register") == 1 && madrid.source("madrid") == 2)
    #expect(madrid.status == "incomplete")
    #expect(madrid.remark.contains("登记簿缺1件"))
    #expect(madrid.counties.first { $0.region == "341321" }?.value == 2)
  }

  @Test func withoutDataThereIsNoFigure() throws {
    let project = try TestProject()
    try project.write(TrademarkNightsTests.population, to: "registers/population.csv")
    try project.addPatents()
    try project.run()
    for (id, indicator) in try project.planIndicators() {
      #expect(indicator.value == nil, "\(id)")
      #expect(indicator.status == "no-data", "\(id)")
      #expect(indicator.remark.contains("无数据"), "\(id)")
    }
    #expect(try project.table("trademarks.csv").isEmpty)
    #expect(try project.text("Reports/test/latest/index.html").contains("商标指标无数据"))
  }

  @Test func withoutMarketEntitiesThereIsNoRate() throws {
    let project = try TrademarkNightsTests.project()
    try FileManager.default.removeItem(atPath: project.root + "/registers/market-entities.csv")
    try project.run()
    let rate = try #require(
      try project.planIndicators()["enterprises-with-trademarks-per-10000-entities"])
    #expect(rate.value == nil)
    #expect(rate.status == "incomplete")
    #expect(rate.part("enterprises") == 5)
    #expect(rate.remark.contains("未载入市场主体户数登记簿"))
  }

  private func expectBalance(_ project: TestProject) throws {
    let record = try project.runDocument()
    #expect(record.gates.allSatisfy { ["passed", "off"].contains($0.result) })
    let counts = record.counts
    #expect(
      counts.records
        == counts.loaded + counts.stubbed + counts.superseded + counts.duplicate + counts.rejected)
    #expect(counts.rejected == 0)
  }
}
