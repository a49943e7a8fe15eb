import Analyses
import Records
import Testing

@testable import Reports

@Suite struct IndexPageTests {
  private func page(_ indicator: HighValueIndicator) -> String {
    String(
      decoding: IndexPage(indicator, gates: SampleIndicator.gates).bytes(), as: UTF8.self)
  }

  @Test func sampleEqualsGoldenFile() throws {
    let indicator = try SampleIndicator.value()
    #expect(indicator.inconsistencies() == [])
    try GoldenFile.expect(
      IndexPage(indicator, gates: SampleIndicator.gates).bytes(), equals: "index.html")
  }

  @Test func everyFigureOfTheResultIsOnThePage() throws {
    let indicator = try SampleIndicator.value()
    let text = page(indicator)
    let expected = [
      "宿州市每万人口高价值发明专利拥有量", ">0.73<small>件/万人", "391<small>件", "622<small>件",
      "532.45<small>万人", "5,324,476人", "415<small>件", "2024年末", "宿州市统计公报", "尚差1.27件/万人",
      "再增674件", "规划目标 1（2021年）、1.5（2023年）、2（2025年）", "内部使用", "口径未定事项", "宿州经济技术开发区",
      "未定县区", "443", "379", "摘要（题名未命中关键词）", "申请号校验位错误", "0f3a9c5be1d24781",
      "XX09 其他有关事项（3条；本市专利2件因此或因其他原因待定，未计入，另有1件有效专利的此类事务不影响权利）", "94.1%", "无官方文本，按设置", "规划明确",
    ]
    for piece in expected { #expect(text.contains(piece), "lacks \(piece)") }
  }

  @Test func nothingIsLoadedOrRun() throws {
    let text = page(try SampleIndicator.value())
    for piece in ["<script", "http://", "https://", "url(", "@import", "style=", "<link"] {
      #expect(!text.contains(piece), "has \(piece)")
    }
    #expect(text.components(separatedBy: "src=").count == 2 && text.contains("src=\"changes.svg\""))
    #expect(text.contains("default-src 'none'"))
  }

  @Test func hostileTextStaysText() throws {
    var indicator = try SampleIndicator.value()
    let hostile = "</style></script><script>alert(1)</script>\" onload='x' &=cmd()\u{202E}\u{0}"
    indicator.regionName = hostile
    indicator.population.source = hostile
    for index in indicator.counties.indices { indicator.counties[index].name = hostile }
    indicator.criteria[0].missing = [MissingMaterial(reason: hostile, count: 4)]
    indicator.calibre.append(CalibreSetting(hostile, hostile, .text(hostile)))
    indicator.inputs.append(FormatInput(format: hostile, files: 1, records: 1))
    for index in indicator.tables.indices {
      indicator.tables[index].id = hostile
      indicator.tables[index].edition = hostile
    }
    indicator.run = hostile
    indicator.rejects = [
      RejectCount(
        count: 1,
        example: Reject(
          source: Source(file: hostile, member: hostile, record: hostile), code: .empty,
          reason: hostile))
    ]
    indicator.quality.unclassifiedEvents = [
      UnclassifiedEvent(code: hostile, name: hostile, count: 1)
    ]
    indicator.keywordEvaluation[0].name = hostile
    indicator.keywordEvaluation[0].code = hostile
    let gate = GateResult(name: "g", label: hostile, passed: false, detail: hostile)
    let text = String(decoding: IndexPage(indicator, gates: [gate]).bytes(), as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(!text.contains("</script"))
    #expect(!text.contains("' onload") && !text.contains("\" onload"))
    #expect(text.components(separatedBy: "</style>") == 2)
    #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{0}"))
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;"))
  }

  @Test func emptyBaseSetIsSaid() throws {
    var indicator = try SampleIndicator.value()
    indicator.count = 0
    indicator.countUpper = 0
    indicator.base = BaseSetCounts(
      validInventions: 0, undeterminedInForce: 0, unresolvedRegion: 0)
    indicator.criteria = HighValueCriterion.allCases.map {
      CriterionCounts(criterion: $0, met: 0, notMet: 0, undetermined: 0)
    }
    indicator.overlap = []
    indicator.bands = IndustryBands(ipcOnly: 0, withKeywords: 0, withoutTransfers: 0)
    indicator.sensitivity = []
    for index in indicator.counties.indices { indicator.counties[index].count = 0 }
    indicator.rejects = []
    #expect(indicator.inconsistencies() == [])
    let text = page(indicator)
    #expect(text.contains("截止日没有可以确认有效的本市发明专利"))
    #expect(text.contains("0.00<small>"))
    #expect(text.contains("没有待定的专利"))
    #expect(text.contains("全部记录均已读取"))
    #expect(!text.contains("nan") && !text.contains("inf"))
  }

  @Test(arguments: [
    ("2025-12-31", 1200, "目前已达到，高出0.25件/万人"), ("2026-06-30", 391, "规划期末（2025年）目标为2件/万人，目前未达到"),
    ("2026-06-30", 1200, "规划期末（2025年）目标为2件/万人，目前已达到"), ("2022-06-30", 391, "2023年规划目标为1.5件/万人"),
  ])
  func standingIsSaid(day: String, count: Int, sentence: String) throws {
    var indicator = try SampleIndicator.value()
    indicator.asOf = try #require(CalendarDay(day))
    indicator.count = count
    #expect(page(indicator).contains(sentence))
  }

  /// Rounding never carries the value over a target, and the gap is that of the printed figures.
  @Test(arguments: [
    (1064, "1.998<small>", "尚差0.002件/万人"), (1065, "2.00<small>", "目前已达到。"),
    (1063, "1.996<small>", "尚差0.004件/万人"), (1000, "1.88<small>", "尚差0.12件/万人"),
  ])
  func aValueIsRoundedOnItsOwnSideOfTheTarget(count: Int, value: String, gap: String) throws {
    var indicator = try SampleIndicator.value()
    indicator.count = count
    let text = page(indicator)
    #expect(text.contains(">" + value))
    #expect(text.contains(gap))
    #expect(text.contains("title=\"\(indicator.value)\""))
  }

  @Test func everyRejectHasItsLineInChinese() throws {
    var indicator = try SampleIndicator.value()
    indicator.rejects = Reject.Code.allCases.map { code in
      RejectCount(
        count: 1,
        example: Reject(
          source: Source(file: "a.xml"), code: code, reason: "reason of \(code.rawValue)"))
    }
    let text = page(indicator)
    for code in Reject.Code.allCases { #expect(!text.contains("reason of \(code.rawValue)")) }
    #expect(text.contains("校验位与号码不符，号码中有一位写错，请查对后改正。"))
  }

  @Test func absentFilesAreSaid() throws {
    var indicator = try SampleIndicator.value()
    #expect(!page(indicator).contains("已不在输入文件夹中"))
    indicator.quality.absentFiles = 3
    #expect(page(indicator).contains("其中3个文件已不在输入文件夹中，仍计入"))
  }

  @Test func shortTablesStayOnOnePage() throws {
    let text = page(try SampleIndicator.value())
    let parts = text.split(separator: "<div class=\"scroll")
    for part in parts.dropFirst() {
      let rows = part.split(separator: "<tbody>").last.map {
        $0.prefix(upTo: $0.firstRange(of: "</tbody>")?.lowerBound ?? $0.endIndex)
      }
      let count = (rows?.split(separator: "<tr").count ?? 1) - 1
      // Tables whose cells are paragraphs may break however few their rows are.
      if part.contains("说明与示例") || part.contains(">依据<") || part.contains(">校验值") { continue }
      #expect(part.hasPrefix(" keep") == (count <= Table.shortLength), "\(count) rows")
    }
  }

  @Test func otherReadingsShowTheSmallestDifference() throws {
    let text = page(try SampleIndicator.value())
    #expect(text.contains("<h2>其他口径下的结果</h2>"))
    // 390 of 532.4476万: one patent less is seen in the count's difference and in the fourth decimal.
    #expect(text.contains("<td class=\"n\">−1</td><td class=\"n\">0.7325</td>"))
    #expect(text.contains("<td class=\"n\">+52</td>"))
    #expect(text.contains("无结果：常住人口登记簿中没有这一年末的数"))
    #expect(!text.contains("取法"))
    // The names of settings are those of the table of the calibre.
    for topic in ["维持年限·起算日", "战新产业·关键词", "人口年份"] {
      #expect(text.components(separatedBy: ">\(topic)<") >= 3, "\(topic)")
    }
  }

  @Test func everyReasonOfAnOpenStandingIsSaid() throws {
    let text = page(try SampleIndicator.value())
    #expect(text.contains("法律状态事务的效力：C35</td><td class=\"n\">3</td>"))
    #expect(text.contains("法律状态事务的日期：IW01 专利权的无效宣告；申请日</td><td class=\"n\">2</td>"))
    #expect(text.contains("“是否有效”各行互不重复，合计5件"))
  }

  @Test func aRegisterThatWasReadIsNotSaidToBeComplete() throws {
    let indicator = try SampleIndicator.value()
    var products = PlanIndicator(
      id: "gi-products", name: "地理标志产品", unit: "个", targets: [], value: .count(3),
      status: .loaded, remark: "—")
    products.registers = ["pledges"]
    let madrid = PlanIndicator(
      id: "madrid-registrations", name: "马德里商标国际注册", unit: "件", targets: [], value: nil,
      status: .noData, remark: "—")
    let page = IndexPage(
      indicator, gates: SampleIndicator.gates, planIndicators: [products, madrid])
    let text = String(decoding: page.bytes(), as: UTF8.self)
    #expect(!text.contains("齐全<"))
    #expect(text.contains("<td class=\"any\">已读入212行</td>"))
    #expect(
      text.contains(
        "<td class=\"any\">无数据</td><td class=\"n\">—</td><td class=\"n\">—</td>"))
  }

  @Test func everySettingOfTheCalibreHasItsSentence() throws {
    let text = page(try SampleIndicator.value())
    for setting in SampleIndicator.calibre {
      #expect(!text.contains(setting.path), "\(setting.path) is printed as it stands")
    }
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
