import Analyses
import Records
import Reports
import Testing

/// An invented but consistent result, the shape of a real one.
enum SampleIndicator {
  static func value() throws -> HighValueIndicator {
    let industry = HighValueCriterion.strategicEmergingIndustry
    let family = HighValueCriterion.overseasFamily
    let decade = HighValueCriterion.maintainedOverTenYears
    let pledge = HighValueCriterion.pledgeFinancing
    let award = HighValueCriterion.award
    let groups: [([HighValueCriterion], Int)] = [
      ([industry], 198), ([decade], 70), ([family], 9), ([pledge], 14), ([award], 1),
      ([industry, decade], 52), ([industry, family], 12), ([industry, pledge], 9),
      ([decade, pledge], 8), ([award, family], 2), ([industry, family, decade], 6),
      ([industry, decade, pledge], 5), ([industry, award], 3), (HighValueCriterion.allCases, 2),
    ]
    var indicator = HighValueIndicator(
      region: try #require(RegionCode("341300")), regionName: "宿州市",
      asOf: try #require(CalendarDay("2025-12-31")), run: "0f3a9c5be1d24781", count: 391,
      countUpper: 415,
      population: PopulationFigure(persons: 5_324_476, year: 2024, source: "宿州市统计公报"),
      base: BaseSetCounts(
        validInventions: 622, undeterminedInForce: 5, unresolvedRegion: 3,
        missingStanding: [
          MissingMaterial(reason: "法律状态事务的效力：C35", count: 3),
          MissingMaterial(reason: "法律状态事务的日期：IW01 专利权的无效宣告；申请日", count: 2),
        ]),
      criteria: [
        CriterionCounts(
          criterion: industry, met: 287, notMet: 331, undetermined: 4,
          missing: [MissingMaterial(reason: "摘要（题名未命中关键词）", count: 4)]),
        CriterionCounts(
          criterion: family, met: 31, notMet: 570, undetermined: 21,
          missing: [MissingMaterial(reason: "同族专利检索结果", count: 21)]),
        CriterionCounts(criterion: decade, met: 143, notMet: 479, undetermined: 0),
        CriterionCounts(
          criterion: pledge, met: 38, notMet: 577, undetermined: 7,
          missing: [MissingMaterial(reason: "质押登记簿中相应登记号的金额", count: 7)]),
        CriterionCounts(criterion: award, met: 8, notMet: 614, undetermined: 0),
      ],
      overlap: groups.map { CriteriaCombination($0.0, count: $0.1) },
      bands: IndustryBands(ipcOnly: 443, withKeywords: 391, withoutTransfers: 379),
      counties: try counties(),
      planPath: [
        PlanTarget(year: 2021, value: 1), PlanTarget(year: 2023, value: 1.5),
        PlanTarget(year: 2025, value: 2),
      ],
      calibre: calibre, tables: try tables(), inputs: inputs, rejects: rejects,
      quality: QualityRemarks(
        malformedSymbols: 12,
        unclassifiedEvents: [
          UnclassifiedEvent(
            code: "XX09", name: "其他有关事项", count: 3, undeterminedPatents: 2, basePatents: 1),
          UnclassifiedEvent(code: nil, name: "专利权的终止(其他)", count: 1),
        ], unmatchedNumbers: 4),
      keywordEvaluation: [
        KeywordEvaluation(
          code: "1", name: "新一代信息技术产业", labelled: 36, precision: 0.941, recall: 0.8889),
        KeywordEvaluation(
          code: "2", name: "高端装备制造产业", labelled: 28, precision: 0.9, recall: nil),
      ])
    func reading(
      _ setting: String, _ value: String, _ base: Int, _ count: Int, chosen: Bool = false,
      persons: Int = 5_324_476
    ) -> SensitivityReading {
      SensitivityReading(
        setting: setting, value: value, title: CalibreNames.reading(setting, value),
        isChosen: chosen, outcome: .counted(base: base, count: count, persons: persons))
    }
    indicator.sensitivity = [
      reading("strategic-emerging-industry.keywords", "required", 622, 391, chosen: true),
      reading("strategic-emerging-industry.keywords", "ignored", 622, 443),
      reading("strategic-emerging-industry.transfers", "ignore", 622, 379),
      reading("maintained-over-ten-years.from", "filing", 622, 391, chosen: true),
      reading("maintained-over-ten-years.from", "grant", 622, 390),
      reading("restoration", "retroactive", 624, 392),
      reading("population", "latest-published", 622, 391, chosen: true),
      reading("population", "2023", 622, 391, persons: 5_310_000),
      SensitivityReading(
        setting: "population", value: "2025", title: CalibreNames.reading("population", "2025"),
        isChosen: false, outcome: .unknown(because: "常住人口登记簿中没有这一年末的数")),
    ]
    indicator.lateLapses = LateLapses(
      dataAsOf: try #require(CalendarDay("2025-12-30")),
      from: try #require(CalendarDay("2020-12-31")), to: try #require(CalendarDay("2023-11-30")),
      months: 36, base: .init(expected: 14.5, low: 9.25, high: 21),
      count: .init(expected: 6.5, low: 3, high: 10.75))
    return indicator
  }

  static let gates = [
    GateResult(
      name: "records-balance", label: "读入记录收支平衡", passed: true,
      detail: "读入 48,213 = 载入 47,870 + 简存 0 + 被替代 212 + 重复 122 + 未能读取 9"),
    GateResult(
      name: "indicator-sums", label: "各分项与合计一致", passed: true,
      detail: "条件组合、县区、各认定方式的合计均等于391件"),
    GateResult(
      name: "no-sudden-drop", label: "与上次结果相比无异常下降", passed: true, detail: "上次388件，本次391件"),
  ]

  private static func counties() throws -> [CountyCount] {
    let rows: [(String, String, Int, Int?)] = [
      ("341300", "未定县区", 8, nil), ("341302", "埇桥区", 120, 1_768_334),
      ("341321", "砀山县", 48, 765_801), ("341322", "萧县", 61, 998_512),
      ("341323", "灵璧县", 40, 968_630), ("341324", "泗县", 37, 758_245),
      ("341371", "宿州马鞍山现代产业园区", 33, nil), ("341372", "宿州经济技术开发区", 44, nil),
    ]
    return try rows.map { code, name, count, persons in
      CountyCount(
        region: try #require(RegionCode(code)), name: name, count: count, persons: persons)
    }
  }

  static let calibre = [
    CalibreSetting("strategic-emerging-industry", "ipc", .text("any")),
    CalibreSetting("strategic-emerging-industry", "keywords", .text("required")),
    CalibreSetting("strategic-emerging-industry", "transfers", .text("include")),
    CalibreSetting("overseas-family", "family", .text("simple")),
    CalibreSetting("overseas-family", "in-force-only", .flag(false)),
    CalibreSetting("overseas-family", "hong-kong-macao-taiwan", .text("domestic")),
    CalibreSetting("maintained-over-ten-years", "from", .text("filing")),
    CalibreSetting("pledge-financing", "minimum-amount", .integer(500)),
    CalibreSetting("pledge-financing", "allocation", .text("contract")),
    CalibreSetting("pledge-financing", "state", .text("ever")),
    CalibreSetting("award", "levels", .list(["金奖", "银奖", "优秀奖", "特等奖", "一等奖", "二等奖"])),
    CalibreSetting(nil, "events", .text("effective")),
    CalibreSetting(nil, "restoration", .text("from-publication")),
    CalibreSetting(nil, "parks", .text("separate")),
    CalibreSetting(nil, "population", .text("latest-published")),
  ]

  private static func tables() throws -> [TableEdition] {
    let ids = [
      ("sei-ipc", "2021"), ("sei-keywords", "2026-01"), ("ipc-transfers", "2026.01"),
      ("cn-divisions", "2026"), ("legal-events", "2026-11"), ("plan-targets", "2022"),
    ]
    return try ids.enumerated().map { index, pair in
      TableEdition(
        id: pair.0, edition: pair.1,
        digest: try #require(
          ContentDigest(bytes: (0..<32).map { UInt8(truncatingIfNeeded: $0 * 37 + index * 91) })))
    }
  }

  private static var inputs: [FormatInput] {
    [
      FormatInput(
        format: "cnipa", files: 24, records: 18_904, newestDay: CalendarDay("2025-12-30")),
      FormatInput(
        format: "cnipa-prs", files: 24, records: 28_880, newestDay: CalendarDay("2025-12-30"),
        hasLegalStatus: true),
      FormatInput(format: "pledges", files: 1, records: 212),
      FormatInput(format: "awards", files: 1, records: 31),
      FormatInput(format: "families", files: 1, records: 174),
      FormatInput(format: "population", files: 1, records: 12),
    ]
  }

  static let rejects = [
    RejectCount(
      count: 3,
      example: Reject(
        source: Source(
          file: "exports/CN-TXTS-10-B_20251230.zip",
          member: "20251230/1/CN102021000991218CN00001137839490BFULZH20251230CN00V.XML"),
        code: .truncated,
        reason: "the document ends inside element \"Claims\"; expected the root's end tag; "
          + "ask for the delivery again")),
    RejectCount(
      count: 5,
      example: Reject(
        source: Source(file: "registers/pledges-2025.csv", offset: 17, record: "17"),
        code: .checkDigit,
        reason: "application number \"202110991218.7\" ends in check digit 7, computed 8")),
    RejectCount(
      count: 1,
      example: Reject(
        source: Source(file: "exports/readme.xml"), code: .unknownFormat,
        reason: "the content is JSON; expected one of the formats of \"ipatlas formats\"")),
  ]
}
