import Analyses
import Classifiers
import Dossiers
import Records
import ReferenceTables
import Reports
import Store
import TestSupport
import Testing

@testable import Pipelines

/// Between two days of change nothing of a judgement changes, whatever is read and how it is read.
@Suite struct ChangeDaysTests {
  /// All of a judgement that is published or counted.
  struct Answer: Equatable, CustomStringConvertible {
    var standing: Standing
    var grant: Grant?
    var term: Term
    var patentee: FirstPatentee?
    var pledges: [PledgeEvent]
    var residence: String
    var union: UnionJudgement?
    var industry: IndustryJudgement?
    var disagreements: [FamilyDisagreement]
    var evidence: [UInt8]

    init(_ finding: PatentJudge.Finding) {
      standing = finding.state.standing
      grant = finding.state.grant
      term = finding.state.term
      patentee = finding.state.firstPatentee
      pledges = finding.state.pledges
      residence = "\(finding.residence)"
      union = finding.union
      industry = finding.industry
      disagreements = finding.disagreements
      var bytes: [UInt8] = []
      if let union = finding.union {
        EvidenceNDJSON.append(PatentEvidence(finding.state, union), to: &bytes)
      }
      evidence = bytes
    }

    var description: String {
      "\(standing) \(residence) \(union?.parts.map { $0.judgement.verdict.rawValue } ?? [])"
    }
  }

  /// The judgement of one application at any cut-off.
  struct Subject {
    var records: ApplicationRecords
    var registers: RegisterRows
    var contracts: [String: PledgeContract]
    var family: WorldwideFamily
    var parents: [ApplicationNumber: CalendarDay]
    var plan: Plan
    var tables: TableSet
    var legalStatus: AssemblySettings.LegalStatus
    var text: (Int64) throws -> StoredText?

    func answer(at day: CalendarDay) throws -> Answer {
      var plan = plan
      plan.asOf = day
      let judge = PatentJudge(
        plan: plan, tables: tables,
        loadedRegisters: ["pledges", "awards", "families", "sei-decisions"], contracts: contracts)
      let parents = parents
      let state = DossierState(
        of: records,
        under: AssemblySettings(
          cutOff: day, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
          legalStatus: legalStatus, parentFilingDate: { parents[$0] },
          eventTable: judge.eventTable))
      return Answer(
        try judge.finding(state, registers: registers, text: text, family: { _ in family }))
    }

    var changeDays: ChangeDays {
      ChangeDays(
        of: records, registers: registers, contracts: contracts, family: family,
        parentFilingDate: { parents[$0] })
    }

    /// How many changes of the judgement would be missed without the days of one source, by source.
    func changesMissedWithoutSources() throws -> [String: Int] {
      let changes = try changeDays.days.filter {
        try answer(at: $0) != answer(at: $0.adding(days: -1)!)
      }
      var reduced: [String: Subject] = [:]
      func without(_ name: String, _ change: (inout Subject) -> Void) {
        var subject = self
        change(&subject)
        reduced[name] = subject
      }
      without("parent") { $0.parents = [:] }
      without("filing") { subject in
        for index in subject.records.publications.indices {
          subject.records.publications[index].filingDate = nil
        }
      }
      without("international filing") { subject in
        for index in subject.records.publications.indices {
          subject.records.publications[index].internationalFilingDate = nil
        }
      }
      without("publications") { subject in
        for index in subject.records.publications.indices {
          subject.records.publications[index].publicationDate = nil
        }
      }
      without("events") { $0.records.events = [] }
      without("details") { subject in
        for index in subject.records.events.indices {
          subject.records.events[index].details = []
        }
      }
      without("compensations") { subject in
        for index in subject.records.events.indices
        where subject.records.events[index].eventClass == .termCompensation {
          subject.records.events[index].eventClass = .notice
        }
      }
      without("pledges") { $0.registers.pledges = [] }
      without("awards") { $0.registers.awards = [] }
      without("families") { $0.registers.families = [] }
      without("worldwide") { $0.family = WorldwideFamily() }
      return reduced.mapValues { subject in
        let kept = Set(subject.changeDays.days)
        return changes.count { !kept.contains($0) }
      }
    }

    /// Judges the first and the last day of every interval, and some between.
    func expectConstancy(_ random: inout SeededGenerator, _ label: Comment) throws -> Int {
      let days = changeDays
      let first = CalendarDay(year: 1990, month: 1, day: 1)!
      let last = CalendarDay(year: 2060, month: 12, day: 31)!
      let starts = [first] + days.days.filter { $0 > first && $0 <= last }
      var differing = 0
      var previous: Answer?
      for (index, start) in starts.enumerated() {
        let end =
          index + 1 < starts.count ? starts[index + 1].adding(days: -1)! : last
        let interval = days.interval(around: start)
        #expect((interval.from ?? first) <= start && (interval.until.map { $0 > end } ?? true))
        let expected = try answer(at: start)
        let length = end.daysSinceEpoch - start.daysSinceEpoch
        let probes =
          [end]
          + (0..<2).compactMap { _ in
            start.adding(days: Int.random(in: 0...max(length, 0), using: &random))
          }
        for day in Set(probes) where day != start {
          let found = try answer(at: day)
          #expect(found == expected, "\(label) \(start)…\(end) at \(day)")
        }
        if previous != nil, previous != expected { differing += 1 }
        previous = expected
      }
      return differing
    }
  }

  private static func settings(_ random: inout SeededGenerator) -> Calibre {
    func any<T: CaseIterable>(_ type: T.Type) -> T where T.AllCases.Index == Int {
      T.allCases.randomElement(using: &random) ?? T.allCases[0]
    }
    var calibre = Calibre()
    calibre.events = any(AssemblySettings.EventDate.self)
    calibre.restoration = any(AssemblySettings.Restoration.self)
    calibre.maintainedOverTenYears.from = any(Calibre.MaintainedOverTenYears.Start.self)
    calibre.overseasFamily.family = any(Calibre.OverseasFamily.Family.self)
    calibre.overseasFamily.inForceOnly = Bool.random(using: &random)
    calibre.overseasFamily.hongKongMacaoTaiwan = any(
      Calibre.OverseasFamily.HongKongMacaoTaiwan.self)
    calibre.pledgeFinancing.state = any(Calibre.PledgeFinancing.State.self)
    calibre.pledgeFinancing.allocation = any(Calibre.PledgeFinancing.Allocation.self)
    calibre.strategicEmergingIndustry.keywords = any(
      Calibre.StrategicEmergingIndustry.Keywords.self)
    calibre.parks = any(Calibre.Parks.self)
    return calibre
  }

  private static func subject(
    _ random: inout SeededGenerator, plan: Plan, tables: TableSet
  ) -> Subject {
    var plan = plan
    plan.calibre = settings(&random)
    plan.familiesAreComplete = Bool.random(using: &random)
    let made = RandomApplication(
      random: SeededGenerator(seed: random.next() >> 1),
      classify: { tables.legalEvents.eventClass(of: $0) })
    return Subject(
      records: made.records, registers: made.registers, contracts: made.contracts,
      family: made.family,
      parents: made.parentFiling.map { [RandomApplication.parent: $0] } ?? [:], plan: plan,
      tables: tables,
      legalStatus: Int.random(in: 0...3, using: &random) == 0
        ? .read(completeFrom: CalendarDay(year: 2005, month: 1, day: 1)) : .read(completeFrom: nil),
      text: { _ in nil })
  }

  @Test func nothingChangesBetweenDaysOfChange() throws {
    var random = SeededGenerator()
    print("nothingChangesBetweenDaysOfChange: seed \(random.seed)")
    let plan = try TestProject().plan()
    let tables = try TableSet(plan: plan)
    var differing = 0
    var missed: [String: Int] = [:]
    for index in 0..<400 {
      let subject = Self.subject(&random, plan: plan, tables: tables)
      differing += try subject.expectConstancy(&random, "seed \(random.seed) \(index)")
      for (name, count) in try subject.changesMissedWithoutSources() {
        missed[name, default: 0] += count
      }
    }
    // The days are not there for nothing, whichever source they come from.
    #expect(differing > 400, "seed \(random.seed)")
    for (name, count) in missed { #expect(count > 0, "\(name), seed \(random.seed)") }
    #expect(missed.count == 11)
  }

  @Test func everyDayOfSixtyYears() throws {
    var random = SeededGenerator()
    print("everyDayOfSixtyYears: seed \(random.seed)")
    let plan = try TestProject().plan()
    let tables = try TableSet(plan: plan)
    for index in 0..<1 {
      let subject = Self.subject(&random, plan: plan, tables: tables)
      let days = Set(subject.changeDays.days)
      var day = CalendarDay(year: 1999, month: 1, day: 1)!
      var previous = try subject.answer(at: day)
      while day.year < 2050 {
        day = day.adding(days: 1)!
        let found = try subject.answer(at: day)
        if found != previous {
          #expect(days.contains(day), "seed \(random.seed) \(index) at \(day)")
        }
        previous = found
      }
    }
  }

  @Test func theSampleCity() throws {
    var random = SeededGenerator()
    print("theSampleCity: seed \(random.seed)")
    let project = try SharedCity.small.project()
    try project.run()
    let plan = try project.plan()
    let tables = try TableSet(plan: plan)
    let database = try IPDatabase(path: plan.workspace + "/ip.sqlite")
    var contracts = PledgeContracts()
    try database.forEachResolvedRow(of: PledgeRow.self) { contracts.add($0, of: $1) }
    let texts = try database.textReader()
    var parents: [ApplicationNumber: CalendarDay] = [:]
    try database.forEachApplication { item in
      for case let parent? in item.publications.map({ $0.publication.parent?.chinese }) {
        parents[parent] = try texts.filingDate(of: parent)
      }
    }
    var differing = 0
    for calibre in [Calibre(), Self.settings(&random), Self.settings(&random)] {
      var plan = plan
      plan.calibre = calibre
      var applications: [StoredApplication] = []
      try database.forEachApplication { applications.append($0) }
      for item in applications
      where item.application.right == .invention && Int.random(in: 0..<3, using: &random) == 0 {
        let subject = Subject(
          records: ApplicationRecords(
            application: item.application,
            publications: item.publications.map {
              PublicationDelivery($0.publication, rowID: $0.rowID)
            },
            events: item.events.map { stored in
              var event = stored.event
              event.eventClass = tables.legalEvents.eventClass(of: event)
              return event
            }),
          registers: item.registers, contracts: contracts.all, family: WorldwideFamily(),
          parents: parents, plan: plan, tables: tables, legalStatus: .read(completeFrom: nil),
          text: { try texts.text(ofPublication: $0) })
        differing += try subject.expectConstancy(
          &random, "seed \(random.seed) \(item.application.canonical)")
      }
    }
    #expect(differing > 100)
  }

  /// The compensated end counts alone where the only publication with a filing date is deleted.
  @Test func aCompensatedTermWithoutAFilingDate() throws {
    let plan = try TestProject().plan()
    let day = { (text: String) in CalendarDay(text)! }
    var compensation = LegalEvent(
      format: "cnipa-prs", source: Source(file: "prs.xml"),
      applicationNumber: RandomApplication.number)
    compensation.eventClass = .termCompensation
    compensation.publishedOn = day("2013-01-02")
    compensation.details = [.init(label: "专利权期限届满日", value: "自2013年1月1日至2013年2月9日")]
    func delivery(
      _ kind: String, _ published: String, _ status: DeliveryStatus = .new, filed: String?
    ) -> PublicationDelivery {
      PublicationDelivery(
        number: PublicationNumber("113783949")!, kind: KindCode(kind)!,
        publicationDate: PartialDate(published), status: status,
        source: Source(file: "\(kind).xml"),
        right: .invention, filingDate: filed.flatMap { PartialDate($0) },
        firstAssignee: Party(sequence: 1, name: "甲公司", address: "安徽省宿州市埇桥区一号"))
    }
    let subject = Subject(
      records: ApplicationRecords(
        application: RandomApplication.number,
        publications: [
          delivery("A", "2011-02-05", .deleted, filed: "2000-02-05"),
          delivery("B", "2012-02-05", filed: nil),
        ],
        events: [compensation]),
      registers: RegisterRows(), contracts: [:], family: WorldwideFamily(), parents: [:],
      plan: plan, tables: try TableSet(plan: plan), legalStatus: .read(completeFrom: nil),
      text: { _ in nil })
    #expect(try subject.answer(at: day("2013-02-08")).term.end == day("2013-02-09"))
    #expect(subject.changeDays.days.contains(day("2013-02-09")))
    var random = SeededGenerator()
    #expect(try subject.expectConstancy(&random, "a compensation") > 0)
  }

  /// The register has the contract but not this patent: an event joins the two.
  @Test func theReleaseOfAContractThatAnEventNames() throws {
    var plan = try TestProject().plan()
    plan.calibre.pledgeFinancing.state = .active
    let tables = try TableSet(plan: plan)
    let day = { (text: String) in CalendarDay(text)! }
    var event = LegalEvent(
      format: "cnipa-prs", source: Source(file: "prs.xml"),
      applicationNumber: RandomApplication.number)
    event.eventClass = .pledgeRegistered
    event.publishedOn = day("2017-03-03")
    event.details = [.init(label: "登记号", value: "y2017 980000001")]
    let delivery = PublicationDelivery(
      number: PublicationNumber("113783949")!, kind: KindCode("B")!,
      publicationDate: PartialDate("2016-02-05"), source: Source(file: "a.xml"), right: .invention,
      filingDate: PartialDate("2014-02-05"),
      firstAssignee: Party(sequence: 1, name: "甲公司", address: "安徽省宿州市埇桥区一号"))
    let subject = Subject(
      records: ApplicationRecords(
        application: RandomApplication.number, publications: [delivery], events: [event]),
      registers: RegisterRows(),
      contracts: PledgeContracts([
        PledgeRow(
          source: Source(file: "pledges.csv", offset: 2), registrationNumber: "Y2017980000001",
          patent: .application(RandomApplication.parent), registeredOn: day("2017-02-27"),
          releasedOn: day("2019-09-09"), amountInYuan: 9_000_000)
      ]).all,
      family: WorldwideFamily(), parents: [:], plan: plan, tables: tables,
      legalStatus: .read(completeFrom: nil), text: { _ in nil })
    let verdict = { (text: String) in
      try subject.answer(at: day(text)).union?["pledge-financing"]?.verdict
    }
    #expect(try verdict("2017-03-02") == .notMet)
    #expect(try verdict("2019-09-08") == .met)
    #expect(try verdict("2019-09-09") == .notMet)
    #expect(subject.changeDays.days.contains(day("2019-09-09")))
    var random = SeededGenerator()
    #expect(try subject.expectConstancy(&random, "a contract") > 0)
  }

  @Test func theBoundsOfAnInterval() {
    let day = { (text: String) in CalendarDay(text)! }
    var publication = PatentPublication(
      format: "cnipa", source: Source(file: "a.xml"), country: "CN",
      publicationNumber: PublicationNumber("113783949")!, kind: KindCode("B")!,
      application: .chinese(RandomApplication.number), right: .invention)
    publication.filingDate = PartialDate("2012-02-29")
    publication.publicationDate = PartialDate("2015-06-03")
    let days = ChangeDays(
      of: ApplicationRecords(
        application: RandomApplication.number, publications: [PublicationDelivery(publication)]),
      parentFilingDate: { _ in nil })
    #expect(
      days.days.map { $0.isoText }
        == ["2015-06-03", "2022-03-01", "2025-06-04", "2032-02-29"])
    #expect(days.interval(around: day("2015-06-02")) == (nil, day("2015-06-03")))
    #expect(days.interval(around: day("2015-06-03")) == (day("2015-06-03"), day("2022-03-01")))
    #expect(days.interval(around: day("2022-02-28")) == (day("2015-06-03"), day("2022-03-01")))
    #expect(days.interval(around: day("2040-01-01")) == (day("2032-02-29"), nil))
  }
}
