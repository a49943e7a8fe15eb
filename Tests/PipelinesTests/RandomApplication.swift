import Classifiers
import Dossiers
import Records
import Store
import TestSupport

@testable import Pipelines

/// One invention with random records of every kind that a rule reads, close together in time, so that
/// days coincide and anniversaries meet events.
struct RandomApplication {
  static let number = ApplicationNumber("202110991218.8")!
  static let parent = ApplicationNumber(key: 200_510_099_121)!

  private(set) var records = ApplicationRecords(application: number)
  private(set) var registers = RegisterRows()
  private(set) var contracts: [String: PledgeContract] = [:]
  private(set) var family = WorldwideFamily()
  private(set) var parentFiling: CalendarDay?
  private var picked: [CalendarDay] = []
  private var random: SeededGenerator

  init(random seed: SeededGenerator, classify: (LegalEvent) -> LegalEventClass?) {
    random = seed
    fillPublications()
    for index in 0..<Int.random(in: 0...7, using: &random) {
      var event = event(index)
      event.eventClass = classify(event)
      if chance(4) { event.effectiveOn = event.effectiveDay(as: event.eventClass) }
      records.events.append(event)
    }
    fillRegisters()
    fillFamily()
  }

  /// A day near one that was picked before, or years after it, or any.
  private mutating func day() -> CalendarDay {
    var day =
      picked.randomElement(using: &random)
      ?? CalendarDay(year: Int.random(in: 1998...2016, using: &random), month: 2, day: 28)!
    switch Int.random(in: 0...5, using: &random) {
    case 0: day = day.adding(years: [10, 20].randomElement(using: &random)!) ?? day
    case 1: day = day.adding(days: Int.random(in: -1...1, using: &random)) ?? day
    case 2: day = day.adding(days: Int.random(in: 1...4000, using: &random)) ?? day
    case 3: day = day.adding(days: Int.random(in: 1...700, using: &random)) ?? day
    case 4: day = CalendarDay(year: day.year, month: 1, day: 1) ?? day
    default: break
    }
    picked.append(day)
    return day
  }

  private mutating func chance(_ inverse: Int) -> Bool {
    Int.random(in: 0..<inverse, using: &random) == 0
  }

  private mutating func partialDay() -> PartialDate? {
    switch Int.random(in: 0...9, using: &random) {
    case 0: return nil
    case 1: return PartialDate("2008")
    case 2: return PartialDate("2010-05")
    default: return PartialDate(day())
    }
  }

  private mutating func fillPublications() {
    let filed = CalendarDay(
      year: Int.random(in: 1999...2014, using: &random),
      month: [1, 2, 6, 12].randomElement(using: &random)!, day: 28)!
    picked = [chance(5) ? CalendarDay(year: 2004, month: 2, day: 29)! : filed]
    let hasParent = chance(5)
    if hasParent, !chance(3) { parentFiling = day() }
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let isGrant = index > 0 || chance(3)
      records.publications.append(
        PublicationDelivery(
          number: PublicationNumber("113783949")!,
          kind: KindCode(
            isGrant ? ["B", "B8", "C"].randomElement(using: &random)! : "A")!,
          publicationDate: partialDay(), status: chance(12) ? .deleted : .new,
          producedOn: chance(6) ? nil : day(),
          digest: ContentDigest(bytes: Array(repeating: UInt8(index + 1), count: 32)),
          source: Source(file: "cnipa/\(index).xml"), right: .invention,
          filingDate: chance(8) ? partialDay() : PartialDate(picked[0]),
          internationalFilingDate: chance(8) ? partialDay() : nil,
          parentApplicationNumber: hasParent && !chance(3) ? RandomApplication.parent : nil,
          title: "一种集成电路", firstAssignee: owner(), coPatentees: chance(4) ? ["某研究院"] : []))
    }
  }

  private static let addresses = [
    "234000 安徽省宿州市埇桥区一号", "安徽省宿州市灵璧县二号", "安徽省合肥市蜀山区三号", "安徽省", "北京市海淀区四号",
  ]

  private mutating func owner() -> Party {
    Party(
      sequence: 1, name: ["甲公司", "乙公司"].randomElement(using: &random)!, country: "CN",
      address: chance(3)
        ? RandomApplication.addresses.randomElement(using: &random)!
        : RandomApplication.addresses[0])
  }

  private static let codes = [
    "GR01", "C14", "CF01", "C17", "CX01", "AV01", "IW01", "RR01", "C49", "TR01", "TR01", "TA01",
    "CP01", "CP02", "CP03", "PE01", "PE01", "PE01", "PC01", "PM01", "TG01", "TG01", "TG01", "DD01",
    "ZZ99",
  ]
  private static let labels = [
    "终止日期", "登记生效日", "无效宣告决定日", "放弃生效日", "变更日", "解除日", "授权公告日", "申请日",
  ]

  private mutating func event(_ index: Int) -> LegalEvent {
    var event = LegalEvent(
      format: "cnipa-prs", source: Source(file: "cnipa-prs/1.xml", record: String(index)),
      applicationNumber: RandomApplication.number)
    event.code = RandomApplication.codes.randomElement(using: &random)!
    event.identifier = chance(6) ? "1" : String(index)
    event.publishedOn = chance(8) ? nil : day()
    event.producedOn = chance(3) ? day() : nil
    for label in RandomApplication.labels where chance(5) {
      event.details.append(.init(label: label, value: dayText()))
    }
    switch event.code {
    case "PE01", "PC01", "PM01":
      if !chance(6) { event.details.append(.init(label: "登记号", value: registration())) }
    case "TG01":
      switch Int.random(in: 0...3, using: &random) {
      case 0: event.details.append(.init(label: "补偿天数", value: "120天"))
      case 1: event.details.append(.init(label: "专利权期限届满日", value: "至\(dayText())止"))
      case 2: event.details.append(.init(label: "备注", value: dayText()))
      default: break
      }
    case "TR01", "TA01", "CP01", "CP02", "CP03":
      if chance(4) { break }
      event.details.append(.init(label: "变更事项", value: "专利权人"))
      event.details.append(.init(label: "变更前", value: "甲公司"))
      event.details.append(
        .init(label: "变更后", value: ["乙公司", "丙公司"].randomElement(using: &random)!))
      event.details.append(.init(label: "变更事项", value: "地址"))
      event.details.append(.init(label: "变更前", value: RandomApplication.addresses[0]))
      event.details.append(
        .init(label: "变更后", value: RandomApplication.addresses.randomElement(using: &random)!))
    default: break
    }
    return event
  }

  private mutating func dayText() -> String {
    let day = day()
    switch Int.random(in: 0...3, using: &random) {
    case 0: return String(day.number)
    case 1: return "\(day.year)年\(day.month)月\(day.day)日"
    case 2: return chance(3) ? "不详" : " " + day.isoText
    default: return day.isoText
    }
  }

  private mutating func registration() -> String {
    ["Y2016980000001", "Y2016980000002", "y2016980000003"].randomElement(using: &random)!
  }

  private mutating func fillRegisters() {
    for index in 0..<(chance(2) ? Int.random(in: 1...2, using: &random) : 0) {
      registers.pledges.append(
        PledgeRow(
          source: Source(file: "registers/pledges.csv", offset: index + 2),
          registrationNumber: registration(), patent: .application(RandomApplication.number),
          registeredOn: day(), releasedOn: chance(2) ? day() : nil,
          amountInYuan: chance(5) ? nil : 6_000_000))
    }
    var rows = registers.pledges
    for index in 0..<Int.random(in: 0...2, using: &random) {
      rows.append(
        PledgeRow(
          source: Source(file: "registers/pledges.csv", offset: index + 20),
          registrationNumber: registration(), patent: .application(RandomApplication.parent),
          registeredOn: day(), releasedOn: chance(4) ? nil : day(), amountInYuan: 9_000_000))
    }
    contracts = PledgeContracts(rows).all
    for index in 0..<(chance(3) ? 2 : 0) {
      registers.awards.append(
        AwardRow(
          source: Source(file: "registers/awards.csv", offset: index + 2),
          patent: .application(RandomApplication.number), award: "中国专利奖", level: "优秀奖",
          year: day().year))
    }
    for index in 0..<(chance(3) ? Int.random(in: 1...3, using: &random) : 0) {
      registers.families.append(
        FamilyRow(
          source: Source(file: "registers/families.csv", offset: index + 2),
          patent: .application(RandomApplication.number), memberPublication: "US1100000\(index)B2",
          memberCountry: ["US", "HK", "EP"].randomElement(using: &random)!,
          granted: [true, false, nil].randomElement(using: &random)!,
          grantedOn: chance(2) ? day() : nil, ceasedOn: chance(3) ? day() : nil,
          familyKind: chance(4) ? .extended : .simple, checkedOn: chance(2) ? day() : nil))
    }
    if chance(4) {
      registers.decisions.append(
        IndustryDecisionRow(
          source: Source(file: "registers/sei-decisions.csv", offset: 2),
          patent: .application(RandomApplication.number), industryCode: "1.2", belongs: chance(2),
          decidedOn: day()))
    }
  }

  private mutating func fillFamily() {
    guard chance(2) else { return }
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let country = ["US", "EP", "JP", "WO"].randomElement(using: &random)!
      family.publications.append(
        FamilyPublication(
          document: PublishedDocument(
            country: country,
            number: PublicationNumber(country: country, "1100000\(index % 2)")!,
            kind: KindCode(["A1", "B2", "B1", "B"].randomElement(using: &random)!)),
          format: "docdb", publishedOn: chance(3) ? nil : partialDay(),
          application: chance(2) ? "\(country) 2009123" : nil, status: chance(9) ? .deleted : nil,
          producedOn: chance(4) ? nil : day(), source: Source(file: "docdb/\(index).xml")))
    }
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let country = ["US", "EP", "JP"].randomElement(using: &random)!
      var event = FamilyEvent(
        country: country, source: Source(file: "docdb/events.xml", record: String(index)))
      event.joiningNumber = "1100000\(index % 2)"
      event.application = chance(3) ? "\(country) 2009123" : nil
      event.identifier = "REEL 000\(index) FRAME 1"
      event.eventClass =
        [.granted, .lapsed, .expired, .restored, .pledgeRegistered, .pledgeCancelled, nil]
        .randomElement(using: &random)!
      event.publishedOn = chance(4) ? nil : day()
      event.effectiveOn = chance(3) ? day() : nil
      family.events.append(event)
    }
    family.events.sort {
      ($0.effectiveOn ?? $0.publishedOn)?.number ?? 0 < ($1.effectiveOn ?? $1.publishedOn)?.number
        ?? 0
    }
  }
}
