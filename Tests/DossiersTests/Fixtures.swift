import Records

@testable import Dossiers

/// Short ways to write records; the classes are those of the table of legal events.
enum Fixture {
  static let application = ApplicationNumber("202110991218.8")!
  static let old = ApplicationNumber(key: 200_510_099_121)!

  static func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

  static let classes: [String: LegalEventClass] = [
    "GR01": .granted, "C14": .granted, "CF01": .lapsed, "C17": .lapsed, "CX01": .expired,
    "AV01": .abandoned, "AD01": .abandoned, "AV02": .partiallyAbandoned, "IW01": .invalidated,
    "IP01": .partiallyInvalidated, "RR01": .restored, "C49": .restored, "C52": .restored,
    "TR01": .transferred, "TA01": .transferred,
    "C41": .transferred, "CP01": .renamed, "CP02": .readdressed, "CP03": .partyChanged,
    "C56": .partyChanged, "PE01": .pledgeRegistered, "PC01": .pledgeCancelled,
    "PM01": .pledgeChanged, "PP01": .preserved, "PD01": .preservationLifted,
    "TG01": .termCompensation, "TP01": .termCompensation, "DD01": .notice,
  ]
  static let names: [String: LegalEventClass] = [
    "宣告专利权全部无效": .invalidated, "专利权部分无效": .partiallyInvalidated,
    "维持专利权有效": .maintained, "专利权的主动放弃": .abandoned,
    "未缴年费专利权终止": .lapsed,
  ]

  static func classify(_ event: LegalEvent) -> LegalEventClass? {
    event.code.flatMap { classes[$0] } ?? event.name.flatMap { names[$0] }
  }

  static func settings(
    _ cutOff: String = "2025-12-31", events: AssemblySettings.EventDate = .effective,
    restoration: AssemblySettings.Restoration = .fromPublication,
    legalStatus: AssemblySettings.LegalStatus = .read(completeFrom: nil),
    parents: [ApplicationNumber: CalendarDay] = [:]
  ) -> AssemblySettings {
    AssemblySettings(
      cutOff: day(cutOff), eventDate: events, restoration: restoration, legalStatus: legalStatus,
      parentFilingDate: { parents[$0] }, classify: { classify($0) })
  }

  static func delivery(
    _ kind: String = "B", published: String = "2022-06-03", produced: String? = "2022-05-30",
    status: DeliveryStatus? = .new, filed: String = "2021-08-26", digest: UInt8 = 1,
    owner: String? = "宿州市甲公司", address: String? = "234000 安徽省宿州市埇桥区一号",
    applicant: String? = nil, others: [String] = [], number: String = "113783949",
    title: String = "一种装置", parent: ApplicationNumber? = nil, international: String? = nil
  ) -> PublicationDelivery {
    PublicationDelivery(
      number: PublicationNumber(number)!, kind: KindCode(kind)!,
      publicationDate: PartialDate(published), status: status,
      producedOn: produced.flatMap { CalendarDay($0) },
      digest: ContentDigest(bytes: Array(repeating: digest, count: 32)),
      source: Source(file: "\(kind)-\(produced ?? "none").xml"), right: .invention,
      filingDate: PartialDate(filed),
      internationalFilingDate: international.flatMap { PartialDate($0) },
      parentApplicationNumber: parent, title: title,
      firstApplicant: applicant.map { Party(sequence: 1, name: $0) },
      firstAssignee: owner.map {
        Party(
          sequence: 1, name: $0, country: "CN", address: address, region: RegionCode("341302"))
      },
      coPatentees: others)
  }

  static func event(
    _ code: String?, _ published: String?, _ details: [(String, String)] = [], id: String? = nil,
    name: String? = nil, application: ApplicationNumber = application
  ) -> LegalEvent {
    var event = LegalEvent(
      format: "cnipa-prs", source: Source(file: "prs.xml", record: id),
      applicationNumber: application)
    event.code = code
    event.name = name
    event.identifier = id
    event.publishedOn = published.flatMap { CalendarDay($0) }
    event.details = details.map { LegalEvent.Detail(label: $0.0, value: $0.1) }
    event.effectiveOn = event.effectiveDayByText
    return event
  }

  static func state(
    _ publications: [PublicationDelivery] = [delivery()], _ events: [LegalEvent] = [],
    _ settings: AssemblySettings = settings(), application: ApplicationNumber = application
  ) -> DossierState {
    DossierState(
      of: ApplicationRecords(
        application: application, publications: publications, events: events),
      under: settings)
  }
}

extension Standing {
  var end: End? {
    if case .notInForce(let end, _) = self { return end }
    return nil
  }

  var missing: [Missing] {
    if case .undetermined(let missing, _) = self { return missing }
    return []
  }
}
