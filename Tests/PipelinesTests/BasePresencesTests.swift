import Dossiers
import Records
import Store
import TestSupport
import Testing

@testable import Pipelines

/// On which days a patent is of the base set, and on which it was taken for one.
@Suite struct BasePresencesTests {
  private static let home = "安徽省宿州市埇桥区一号"
  private static let away = "安徽省合肥市蜀山区二号"

  private func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

  private func event(
    _ eventClass: LegalEventClass, published: String, effective: String? = nil,
    _ details: [LegalEvent.Detail] = []
  ) -> LegalEvent {
    var event = LegalEvent(
      format: "cnipa-prs", source: Source(file: "prs.xml", offset: details.count),
      applicationNumber: RandomApplication.number)
    event.eventClass = eventClass
    event.publishedOn = day(published)
    event.effectiveOn = effective.map { day($0) }
    event.details = details
    return event
  }

  /// Filed 2008-02-05, granted 2010-02-05. The rows as `from until published`, a lapse with `*`.
  private func rows(
    address: String = home, restoration: AssemblySettings.Restoration = .fromPublication,
    _ events: [LegalEvent]
  ) throws -> [String] {
    let plan = try TestProject().plan()
    let judge = PatentJudge(
      plan: plan, tables: try TableSet(plan: plan), loadedRegisters: [], contracts: [:])
    let grant = PublicationDelivery(
      number: PublicationNumber("113783949")!, kind: KindCode("B")!,
      publicationDate: PartialDate("2010-02-05"), source: Source(file: "a.xml"), right: .invention,
      filingDate: PartialDate("2008-02-05"),
      firstAssignee: Party(sequence: 1, name: "甲公司", address: address))
    let presences = BasePresences(
      judge: judge,
      settings: AssemblySettings(
        cutOff: plan.asOf, restoration: restoration, legalStatus: .read(completeFrom: nil)),
      records: ApplicationRecords(
        application: RandomApplication.number, publications: [grant], events: events))
    return presences.all { from, _, _ in from }.map { row in
      [row.from, row.until ?? "…", row.endPublishedOn, row.isLapse ? "*" : nil]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func aPatentThatLives() throws {
    #expect(try rows([]) == ["2010-02-05 2028-02-05"])
    #expect(try rows(address: Self.away, []) == [])
  }

  /// Until 2023-09-20 nobody knew of the lapse, and the figures had the patent.
  @Test func aLapse() throws {
    #expect(
      try rows([event(.lapsed, published: "2023-09-20", effective: "2023-02-05")])
        == ["2010-02-05 2023-02-05", "2023-02-05 2028-02-05 2023-09-20 *"])
  }

  /// The lapse kept the patent out until the restoration, unless that reaches back.
  @Test func aLapseThatWasUndone() throws {
    let events = [
      event(.lapsed, published: "2023-09-20", effective: "2023-02-05"),
      event(.restored, published: "2025-06-13"),
    ]
    #expect(
      try rows(events) == [
        "2010-02-05 2023-02-05", "2025-06-13 2028-02-05", "2023-02-05 2025-06-13 2023-09-20 *",
      ])
    #expect(try rows(restoration: .retroactive, events) == ["2010-02-05 2028-02-05"])
  }

  @Test func anEndThatIsNoLapse() throws {
    #expect(
      try rows([event(.abandoned, published: "2023-08-01", effective: "2022-06-12")])
        == ["2010-02-05 2022-06-12", "2022-06-12 2028-02-05 2023-08-01"])
  }

  /// Two lapses: by the one known first the patent was out, whichever took effect first.
  @Test func aSecondLapse() throws {
    let known = event(.lapsed, published: "2022-06-20", effective: "2022-02-05")
    let later = event(.lapsed, published: "2023-09-20", effective: "2021-02-05")
    #expect(
      try rows([known, later]) == [
        "2010-02-05 2021-02-05", "2022-02-05 2028-02-05 2022-06-20 *",
        "2021-02-05 2022-02-05 2023-09-20 *",
      ])
  }

  /// Who moved away counted as long as it was here.
  @Test func aMove() throws {
    let moved = event(
      .transferred, published: "2019-03-05", effective: "2019-03-01",
      [
        .init(label: "变更事项", value: "专利权人"), .init(label: "变更前权利人", value: "甲公司"),
        .init(label: "变更后权利人", value: "乙公司"), .init(label: "变更后权利人地址", value: Self.away),
      ])
    let rows = try rows([moved])
    #expect(rows.count == 1 && rows.first?.hasPrefix("2010-02-05 2019-03-0") == true, "\(rows)")
  }
}
