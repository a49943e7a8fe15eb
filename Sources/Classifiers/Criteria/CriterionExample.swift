import Dossiers
import Records

/// A patent in a setting with the answer that a criterion gives.
package struct CriterionExample: Sendable {
  /// What the example shows, in Chinese.
  package var title: String
  package var expected: Verdict
  package var patent: PatentUnderJudgement
  package var context: JudgementContext
}

extension CriterionExample {
  /// Writes an example; nil only where a date or number in it is malformed, which the test that
  /// counts examples would show.
  static func example(
    _ title: String, _ expected: Verdict, _ edit: (inout ExampleRecords) -> Void
  ) -> CriterionExample? {
    var records = ExampleRecords()
    edit(&records)
    return records.example(title, expected)
  }
}

/// The records of an example's patent, with common values for what the example is not about.
struct ExampleRecords {
  var cutOff = "2025-12-31"
  var filed = "2020-03-02"
  var granted = "2022-06-03"
  var title: String? = "一种装置"
  var abstract: String? = "本发明公开一种装置。"
  var ipc = ["A01B1/02"]
  var calibre = Calibre()
  var loaded: Set<String> = ["pledges", "awards", "families", "sei-decisions"]
  var familiesComplete = false
  var hasIndustryTables = true

  private var pledges: [PledgeRow?] = []
  private var awards: [AwardRow?] = []
  private var members: [FamilyRow?] = []
  private var decisions: [IndustryDecisionRow?] = []
  private var rights: [FamilyRight] = []
  private var interests: [SecurityInterest?] = []
  private var events: [LegalEvent?] = []

  private static let number =
    ApplicationNumber("202010136011.X") ?? ApplicationNumber(key: 202_010_136_011)

  /// A row of the pledge register; `patent` names another patent of the same contract.
  mutating func pledge(
    _ number: String, on day: String, released: String? = nil, wan: Int64?, patent: Int64? = nil
  ) {
    let application = patent.flatMap { ApplicationNumber(key: $0) } ?? ExampleRecords.number
    pledges.append(
      application.flatMap { application in
        CalendarDay(day).map {
          PledgeRow(
            source: Source(file: "pledges.csv", offset: pledges.count + 2),
            registrationNumber: number, patent: .application(application), registeredOn: $0,
            releasedOn: released.flatMap { CalendarDay($0) },
            amountInYuan: wan.map { $0 * 10_000 })
        }
      })
  }

  mutating func award(_ award: String, _ level: String, _ year: Int, link: String? = nil) {
    awards.append(
      ExampleRecords.number.map {
        AwardRow(
          source: Source(file: "awards.csv", offset: awards.count + 2), patent: .application($0),
          award: award, level: level, year: year, link: link)
      })
  }

  mutating func member(
    _ publication: String?, granted: Bool? = nil, on day: String? = nil, ceased: String? = nil,
    _ kind: FamilyRow.FamilyKind = .simple
  ) {
    members.append(
      ExampleRecords.number.map {
        FamilyRow(
          source: Source(file: "families.csv", offset: members.count + 2),
          patent: .application($0), memberPublication: publication,
          memberCountry: publication.map { String($0.prefix(2)) }, granted: granted,
          grantedOn: day.flatMap { CalendarDay($0) }, ceasedOn: ceased.flatMap { CalendarDay($0) },
          familyKind: kind)
      })
  }

  /// A right of the family that worldwide data tell of.
  mutating func right(
    _ country: String, _ publication: String, granted: Bool?, on day: String? = nil,
    ended: String? = nil
  ) {
    rights.append(
      FamilyRight(
        country: country, publication: publication, isGranted: granted,
        grantedOn: day.flatMap { CalendarDay($0) }, endedOn: ended.flatMap { CalendarDay($0) },
        source: Source(file: "docdb.xml", offset: rights.count), joiningNumbers: []))
  }

  /// A security interest against a member, as assignment data tell it.
  mutating func securityInterest(_ recording: String, on day: String, released: String? = nil) {
    interests.append(
      CalendarDay(day).map {
        SecurityInterest(
          country: "US", recording: recording, joiningNumber: "11000000", recordedOn: $0,
          releasedOn: released.flatMap { CalendarDay($0) },
          source: Source(file: "ad20240105.xml", offset: interests.count))
      })
  }

  mutating func decision(_ code: String, _ belongs: Bool, on day: String? = nil) {
    decisions.append(
      ExampleRecords.number.map {
        IndustryDecisionRow(
          source: Source(file: "sei-decisions.csv", offset: decisions.count + 2),
          patent: .application($0), industryCode: code, belongs: belongs,
          decidedOn: day.flatMap { CalendarDay($0) })
      })
  }

  mutating func event(
    _ eventClass: LegalEventClass, on day: String, registrationNumber: String? = nil
  ) {
    events.append(
      ExampleRecords.number.map { number in
        var event = LegalEvent(
          format: "cnipa-prs", source: Source(file: "prs.xml", record: String(events.count + 1)),
          applicationNumber: number)
        event.eventClass = eventClass
        event.publishedOn = CalendarDay(day)
        if let registrationNumber {
          event.details = [LegalEvent.Detail(label: "登记号", value: registrationNumber)]
        }
        return event
      })
  }

  func example(_ exampleTitle: String, _ expected: Verdict) -> CriterionExample? {
    guard let number = ExampleRecords.number, let cutOff = CalendarDay(cutOff),
      let publication = PublicationNumber("111226534"), let kind = KindCode("B")
    else { return nil }
    let source = Source(file: "CN111226534B.xml")
    let delivery = PublicationDelivery(
      number: publication, kind: kind, publicationDate: PartialDate(granted), status: .new,
      source: source, right: .invention, filingDate: PartialDate(filed), title: title,
      firstAssignee: Party(sequence: 1, name: "宿州市某某科技有限公司"))
    let allPledges = pledges.compactMap { $0 }
    return CriterionExample(
      title: exampleTitle, expected: expected,
      patent: PatentUnderJudgement(
        state: DossierState(
          of: ApplicationRecords(
            application: number, publications: [delivery], events: events.compactMap { $0 }),
          under: AssemblySettings(
            cutOff: cutOff, eventDate: calibre.events, restoration: calibre.restoration,
            legalStatus: .read(completeFrom: nil))),
        text: PatentText(
          title: title, abstract: abstract, ipc: ipc.map { IPCEntry($0) }, source: source),
        pledges: allPledges.filter { $0.patent == .application(number) },
        awards: awards.compactMap { $0 }, families: members.compactMap { $0 },
        decisions: decisions.compactMap { $0 }, familyRights: rights,
        securityInterests: interests.compactMap { $0 }),
      context: JudgementContext(
        cutOff: cutOff, calibre: calibre,
        industries: hasIndustryTables ? IndustryTables.example : nil, loadedRegisters: loaded,
        familiesComplete: familiesComplete, contracts: PledgeContracts(allPledges).all))
  }
}
