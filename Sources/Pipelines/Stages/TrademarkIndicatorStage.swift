import Analyses
import Dossiers
import Records
import ReferenceTables
import Store

typealias PlanIndicatorStatus = PlanIndicator.Status

/// The plan's figures on trademarks: 有效注册商标, 马德里, 驰名商标, 地理标志, 拥有有效注册商标的企业.
///
/// What was not loaded has no value, never 0. Each figure says in Chinese what it counts and what the
/// data do not tell.
struct TrademarkIndicatorStage {
  let plan: Plan
  let database: IPDatabase
  /// The rows of counties for a count, even at 0.
  let counties: ([RegionCode: Int]) -> [CountyCount]

  func indicators() throws -> [PlanIndicator] {
    let coverage = try TrademarkCoverage(database)
    let analysis = TrademarkAnalysis(database)
    let loaded = LedgerFile.loadedFormats(try database.files().filter { $0.isCurrent })
    let marks = try database.rows(of: ProtectedMarkRow.self)
    let international = try database.rows(of: MadridRow.self)
    return [
      try valid(analysis, coverage),
      try madrid(
        analysis, coverage, rows: international, isLoaded: loaded.contains("madrid-register")),
      try wellKnown(
        analysis, coverage, marks: marks, isLoaded: loaded.contains("protected-marks")),
      try geographicalMarks(analysis, coverage),
      try geographicalProducts(isLoaded: loaded.contains("gi-products")),
      try enterprises(analysis, coverage, isLoaded: loaded.contains("market-entities")),
      try listedEnterprises(analysis, coverage, isLoaded: loaded.contains("enterprises")),
    ]
  }

  // MARK: Marks

  private func valid(
    _ analysis: TrademarkAnalysis, _ coverage: TrademarkCoverage
  ) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "valid-registered-trademarks", name: "有效注册商标", unit: "件", targets: ["B1"],
      value: nil, status: coverage.status,
      remark: "截止日已注册且专用期未满，注册人地址在本市；一个注册号在一个国际分类上为一件，另列按注册号的件数；"
        + "专用期满后六个月内（宽展期）另列，不计入有效；" + coverage.remark)
    guard coverage.hasChineseMarks else { return figure }
    let count = try analysis.valid()
    let states = try analysis.casesByState()
    figure.value = .count(count.cases)
    figure.parts = [
      .init("by-number", "按注册号", count.numbers),
      .init("grace", "宽展期内（按注册号与类别）", states["grace"] ?? 0),
      .init("renewal-due", "有效且续展期已开始（按注册号与类别）", try analysis.inPeriod("renewal")),
      .init("pending", "未注册（按申请号与类别）", states["pending"] ?? 0),
      .init("dead", "已失效（按注册号与类别）", states["dead"] ?? 0),
    ]
    figure.undetermined = try analysis.undetermined()
    figure.unresolvedPlace = try analysis.unresolvedPlace()
    figure.counties = counties(count.casesByCounty)
    return figure
  }

  private func geographicalMarks(
    _ analysis: TrademarkAnalysis, _ coverage: TrademarkCoverage
  ) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "gi-trademarks", name: "地理标志商标", unit: "件", targets: ["P4", "P29"], value: nil,
      status: coverage.status,
      remark: "有效的集体商标或证明商标且地理标志信息不为空，按注册号计；地理标志产品另计，两者不相加；"
        + coverage.remark)
    guard coverage.hasChineseMarks else { return figure }
    let count = try analysis.geographical()
    figure.value = .count(count.numbers)
    figure.parts = [.init("by-number-and-class", "按注册号与类别", count.cases)]
    figure.undetermined = try analysis.undetermined(geographicalOnly: true)
    figure.unresolvedPlace = try analysis.unresolvedPlace(geographicalOnly: true)
    figure.counties = counties(count.numbersByCounty)
    return figure
  }

  private func geographicalProducts(isLoaded: Bool) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "gi-products", name: "地理标志产品", unit: "个", targets: ["P4", "P29"], value: nil,
      status: isLoaded ? .loaded : .noData,
      remark: isLoaded
        ? "地理标志产品登记簿中截止日前公告的产品，按公告号与产品名称去重；与地理标志商标分别统计，不相加；登记簿是否齐全由本单位核对"
        : "无数据：未载入地理标志产品登记簿")
    guard isLoaded else { return figure }
    figure.registers = ["gi-products"]
    let rows = try database.rows(of: GIProductRow.self)
    let announced = rows.filter { row in row.announcedOn.map { $0 <= plan.asOf } ?? false }
    let undated = rows.filter { $0.announcedOn == nil }
    func keys(_ rows: [GIProductRow]) -> Set<[String]> {
      Set(rows.map { [$0.announcementNumber, HolderName.key($0.name)] })
    }
    let counted = keys(announced)
    figure.value = .count(counted.count)
    // Without a day it is not known whether the announcement lies before the cut-off.
    figure.undetermined = keys(undated).subtracting(counted).count
    return figure
  }

  // MARK: International registrations

  private func madrid(
    _ analysis: TrademarkAnalysis, _ coverage: TrademarkCoverage, rows: [MadridRow],
    isLoaded: Bool
  ) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "madrid-registrations", name: "马德里商标国际注册", unit: "件", targets: ["B2"], value: nil,
      status: .noData, remark: "无数据：未载入马德里商标国际注册登记簿或马德里国际注册数据；国内商标数据不含由本市向外申请的国际注册")
    guard isLoaded || coverage.hasInternationalMarks else { return figure }
    var found: [String: RegionCode] = [:]
    var listed = 0
    var undetermined: Set<String> = []
    var ended: Set<String> = []
    for (number, county) in try analysis.outgoing() {
      found[InternationalMarkNumber(number)?.text ?? number] = county
    }
    let exchanged = Set(found.keys)
    var numbers: Set<String> = []
    for row in rows where row.registeredOn <= plan.asOf {
      let number = row.internationalNumber.text
      guard numbers.insert(number).inserted else { continue }
      let end = row.expiresOn ?? TrademarkPeriods.lastDay(ofTermFrom: row.registeredOn)
      guard let end, end >= plan.asOf else {
        // A term of ten years that is over says nothing of a renewal.
        if row.expiresOn == nil { undetermined.insert(number) } else { ended.insert(number) }
        continue
      }
      listed += 1
      if found[number] == nil { found[number] = plan.region }
    }
    figure.value = .count(found.count)
    // What the exchange data have and the register has not shows that the register is not complete.
    let absent = exchanged.subtracting(numbers)
    figure.status = isLoaded && absent.isEmpty ? .loaded : .incomplete
    if isLoaded { figure.registers = ["madrid-register"] }
    figure.remark =
      (isLoaded
        ? "马德里商标国际注册登记簿中截止日有效的国际注册，与已载入的马德里数据按国际注册号合并计数；登记簿是否齐全由本单位核对"
        : "已载入的马德里数据中原属局为中国、注册人地址在本市的有效国际注册；未载入马德里商标国际注册登记簿，可能不全")
      + (isLoaded && !absent.isEmpty ? "；登记簿缺\(absent.count)件已载入的国际注册，已计入" : "")
      + "；国内商标数据不含由本市向外申请的国际注册；登记簿不载地址，只在登记簿中的计入未定县区"
    let others = try analysis.outgoingWithout()
    figure.sources = [
      .init("register", "马德里商标国际注册登记簿", listed), .init("madrid", "马德里国际注册数据", exchanged.count),
    ]
    figure.parts = [.init("ended", "已期满或失效", ended.count + others.others)]
    figure.undetermined = undetermined.subtracting(found.keys).count + others.undetermined
    figure.unresolvedPlace = others.unresolved
    figure.counties = counties(Dictionary(grouping: found.values) { $0 }.mapValues { $0.count })
    return figure
  }

  // MARK: Well-known marks

  private func wellKnown(
    _ analysis: TrademarkAnalysis, _ coverage: TrademarkCoverage, marks: [ProtectedMarkRow],
    isLoaded: Bool
  ) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "well-known-trademarks", name: "驰名商标", unit: "件", targets: ["B3"], value: nil,
      status: .noData, remark: "无数据：未载入商标数据或重点商标保护名录")
    guard coverage.hasChineseMarks || isLoaded else { return figure }
    let flagged = try analysis.wellKnown()
    var found = flagged
    var listed: Set<String> = []
    var notValid: Set<String> = []
    var undetermined: Set<String> = []
    var unnumbered = 0
    for row in marks where row.list?.contains("驰名") == true {
      let candidates =
        try row.registrationNumber.map { [$0] }
        ?? analysis.numbers(named: row.mark, class: row.niceClass.number)
      // A name that fits several numbers names none of them.
      guard candidates.count == 1,
        let named = candidates.first.flatMap({ MarkNumber($0, office: "CN") })
      else {
        unnumbered += 1
        continue
      }
      let number = named.text
      let standing = try analysis.standing(ofNumber: named, class: row.niceClass.number)
      switch standing?.state {
      case nil, "valid":
        listed.insert(number)
        if found[number] == nil {
          found[number] =
            standing?.place == "region" ? standing?.county ?? plan.region : plan.region
        }
      case "undetermined": undetermined.insert(number)
      default: notValid.insert(number)
      }
    }
    figure.value = .count(found.count)
    figure.status =
      coverage.hasChineseMarks && isLoaded && unnumbered == 0 ? coverage.status : .incomplete
    figure.remark =
      "商标数据中的驰名商标标志与重点商标保护名录的驰名商标按注册号合并，同号只计一次，两来源不相加；"
      + "名录中商标数据查无的号码按名录计入"
      + (isLoaded ? "" : "；未载入重点商标保护名录")
      + (unnumbered > 0 ? "；名录中\(unnumbered)件无注册号且不能按名称和类别确定，未计入" : "")
      + (coverage.hasChineseMarks ? "；" + coverage.remark : "；未载入商标数据")
    figure.sources = [
      .init("flag", "商标数据的驰名商标标志", flagged.count),
      .init("register", "重点商标保护名录", listed.count),
    ]
    figure.parts = [
      .init("not-valid", "名录所列但截止日无效", notValid.count),
      .init("unnumbered", "名录所列但号码不能确定", unnumbered),
    ]
    figure.undetermined = undetermined.subtracting(found.keys).count
    figure.counties = counties(Dictionary(grouping: found.values) { $0 }.mapValues { $0.count })
    return figure
  }

  // MARK: Enterprises

  private func enterprises(
    _ analysis: TrademarkAnalysis, _ coverage: TrademarkCoverage, isLoaded: Bool
  ) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "enterprises-with-trademarks-per-10000-entities", name: "每万户拥有有效注册商标企业数",
      unit: "户/万户", targets: ["P5"], value: nil, status: coverage.status,
      remark: "无数据：未载入商标数据")
    guard coverage.hasChineseMarks else { return figure }
    let holders = try analysis.holders()
    figure.parts = [
      .init("enterprises", "拥有有效注册商标的企业", holders.enterprises.count),
      .init("persons", "自然人（不计）", holders.byKind["person"] ?? 0),
      .init("institutions", "机关、事业单位和社会团体（不计）", holders.byKind["institution"] ?? 0),
    ]
    figure.undetermined = holders.byKind["unknown"] ?? 0
    figure.unresolvedPlace = try analysis.unresolvedPlace()
    let definition =
      "地址在本市、持有有效注册商标的企业（含共有人，按名称和权利人归并登记簿去重，自然人及机关团体不计）÷市场主体户数×10000；"
      + "企业按名称用字判别，判别不了的\(figure.undetermined)个列为待定；"
    guard let entities = try marketEntities() else {
      figure.status = .incomplete
      figure.remark =
        definition
        + (isLoaded ? "市场主体户数登记簿中没有本市截止日前的户数，不能计算" : "未载入市场主体户数登记簿，不能计算")
      return figure
    }
    figure.parts.append(.init("market-entities", "市场主体（\(entities.year)年）", entities.count))
    figure.value = .rate(Double(holders.enterprises.count) / (Double(entities.count) / 10_000))
    figure.remark = definition + "市场主体为\(entities.year)年数；" + coverage.remark
    figure.counties = counties(
      Dictionary(grouping: holders.enterprises.values) { $0 }.mapValues { $0.count })
    return figure
  }

  /// The region's market entities at the newest year-end that is not behind the cut-off.
  private func marketEntities() throws -> MarketEntityRow? {
    let own = try database.rows(of: MarketEntityRow.self).filter { row in
      row.region == plan.region && row.count > 0
        && (CalendarDay(year: row.year, month: 12, day: 31).map { $0 <= plan.asOf } ?? false)
    }
    let year = own.map { $0.year }.max()
    return own.last { $0.year == year }
  }

  private func listedEnterprises(
    _ analysis: TrademarkAnalysis, _ coverage: TrademarkCoverage, isLoaded: Bool
  ) throws -> PlanIndicator {
    var figure = PlanIndicator(
      id: "listed-enterprises-with-trademarks", name: "高企、规上工业、专精特新企业注册商标比例", unit: "%",
      targets: ["P21"], value: nil, status: .noData, remark: "无数据：未载入商标数据")
    guard coverage.hasChineseMarks else { return figure }
    let owners = HolderName.owners(by: try database.rows(of: OwnerDecisionRow.self))
    let rows = try database.rows(of: EnterpriseRow.self)
    var all: Set<String> = []
    for list in [EnterpriseList.highTechnology, .industryAboveThreshold, .specialised] {
      let own = rows.filter { $0.list == list && ($0.year ?? plan.asOf.year) <= plan.asOf.year }
      let year = own.compactMap { $0.year }.max()
      let names = Set(
        own.filter { $0.year == year || $0.year == nil }.map { row -> String in
          let key = HolderName.key(row.name)
          return owners[key] ?? key
        })
      guard !names.isEmpty else { continue }
      all.formUnion(names)
    }
    guard isLoaded, !all.isEmpty else {
      figure.remark = "无数据：未载入企业名单登记簿，或其中没有这三类名单"
      return figure
    }
    let holders = try analysis.holders().enterprises
    let holding = all.count { holders[$0] != nil }
    figure.value = .rate(Double(holding) * 100 / Double(all.count))
    figure.status = coverage.status
    figure.parts = [
      .init("listed", "名单企业（三类名单去重）", all.count),
      .init("holding", "其中持有有效注册商标", holding),
    ]
    figure.remark =
      "企业名单登记簿最近一年的三类名单与本市有效商标的注册人（含共有人）按名称比对；"
      + "名称不一致或商标地址不在本市的不能对上，比例可能偏低；" + coverage.remark
    return figure
  }
}
