import Records
import Testing

@testable import Dossiers

@Suite struct StandingTests {
  private let lapse = Fixture.event("CF01", "2026-03-26", [("终止日期", "20250804")], id: "10")

  @Test func lapseCountsByItsEffectiveDay() {
    #expect(Fixture.state([Fixture.delivery()], [lapse]).standing.end == .lapsed)
    let before = Fixture.settings("2025-08-03")
    #expect(Fixture.state([Fixture.delivery()], [lapse], before).standing.isInForce)
    let onTheDay = Fixture.settings("2025-08-04")
    #expect(Fixture.state([Fixture.delivery()], [lapse], onTheDay).standing.end == .lapsed)
  }

  @Test func lapseCountsByPublicationWhereThePlanSaysSo() {
    let published = Fixture.settings(events: .published)
    #expect(Fixture.state([Fixture.delivery()], [lapse], published).standing.isInForce)
    let later = Fixture.settings("2026-03-26", events: .published)
    #expect(Fixture.state([Fixture.delivery()], [lapse], later).standing.end == .lapsed)
  }

  @Test func restorationUndoesLapseAndAbandonmentOnly() {
    let restored = Fixture.event("RR01", "2025-11-01", [("原决定公告日", "20250804")], id: "20")
    for code in ["CF01", "AV01", "AD01", "C17"] {
      let end = Fixture.event(code, "2025-06-01", id: "1")
      #expect(Fixture.state([Fixture.delivery()], [restored, end]).standing.isInForce, "\(code)")
    }
    for code in ["IW01", "CX01"] {
      let end = Fixture.event(code, "2025-06-01", id: "1")
      #expect(Fixture.state([Fixture.delivery()], [restored, end]).standing.end != nil, "\(code)")
    }
  }

  @Test func restorationTakesEffectOnItsPublication() {
    let end = Fixture.event("CF01", "2025-03-01", [("终止日期", "20240826")])
    let restored = Fixture.event("RR01", "2026-02-01")
    let records = [end, restored]
    #expect(Fixture.state([Fixture.delivery()], records).standing.end == .lapsed)
    let retroactive = Fixture.settings(restoration: .retroactive)
    #expect(Fixture.state([Fixture.delivery()], records, retroactive).standing.isInForce)
    let later = Fixture.settings("2026-02-01")
    #expect(Fixture.state([Fixture.delivery()], records, later).standing.isInForce)
    let published = Fixture.settings(events: .published, restoration: .retroactive)
    #expect(Fixture.state([Fixture.delivery()], records, published).standing.end == .lapsed)
  }

  /// Old codes restore like RR01: on the day of publication, not on a day that the text names.
  @Test(arguments: ["RR01", "C49", "C52"])
  func restorationInAnyCodeTakesEffectOnItsPublication(code: String) throws {
    let end = Fixture.event("C17", "2005-03-01", [("终止日期", "20040826")], application: Fixture.old)
    let restored = Fixture.event(
      code, "2006-02-01", [("终止日期", "20040826"), ("变更日", "20050601")],
      application: Fixture.old)
    let grant = Fixture.delivery("C", published: "2002-06-05", filed: "1999-08-26")
    for (cutOff, isInForce) in [("2005-12-31", false), ("2006-01-31", false), ("2006-02-01", true)]
    {
      let state = Fixture.state(
        [grant], [restored, end], Fixture.settings(cutOff), application: Fixture.old)
      #expect(state.standing.isInForce == isInForce, "\(cutOff)")
    }
    let retroactive = Fixture.settings("2005-12-31", restoration: .retroactive)
    let state = Fixture.state([grant], [restored, end], retroactive, application: Fixture.old)
    #expect(state.standing.isInForce)
    let day = restored.effectiveDay(as: .restored)
    #expect(day == Fixture.day("2006-02-01"))
  }

  @Test func endPrecedesRestorationOfTheSameDay() {
    let end = Fixture.event("CF01", "2025-03-01", id: "9")
    let restored = Fixture.event("RR01", "2025-03-01", id: "1")
    #expect(Fixture.state([Fixture.delivery()], [restored, end]).standing.isInForce)
  }

  @Test func lapseAfterRestorationEndsAgain() {
    let events = [
      Fixture.event("CF01", "2023-10-01"), Fixture.event("RR01", "2024-02-01"),
      Fixture.event("CF01", "2025-10-01"),
    ]
    #expect(Fixture.state([Fixture.delivery()], events).standing.end == .lapsed)
  }

  /// Lapse, restoration, and a lapse announced only after the restoration.
  private func restored(
    _ late: (effective: String, published: String), first: Bool = true, at cutOff: String,
    events: AssemblySettings.EventDate = .effective
  ) -> Standing {
    var records = [
      Fixture.event("RR01", "2024-09-01", id: "2"),
      Fixture.event("CF01", late.published, [("终止日期", late.effective)], id: "3"),
    ]
    if first {
      records.append(Fixture.event("CF01", "2024-04-26", [("终止日期", "20240301")], id: "1"))
    }
    return Fixture.state(
      [Fixture.delivery()], records, Fixture.settings(cutOff, events: events)
    ).standing
  }

  @Test func theSameLapseAnnouncedAgainAfterItsRestorationIsUndone() {
    let again = (effective: "20240301", published: "2025-02-01")
    #expect(restored(again, at: "2024-08-31").end == .lapsed)
    #expect(restored(again, at: "2024-09-01").isInForce)
    #expect(restored(again, at: "2025-12-31").isInForce)
    #expect(restored(again, at: "2025-12-31", events: .published).isInForce)
  }

  /// The fee of the next year was not paid either while the restoration was pending.
  @Test func anotherLapseAnnouncedAfterARestorationStands() {
    let another = (effective: "20240601", published: "2025-02-01")
    #expect(restored(another, at: "2024-08-31").end == .lapsed)
    #expect(restored(another, at: "2025-12-31").end == .lapsed)
    #expect(restored(another, at: "2025-12-31", events: .published).end == .lapsed)
    // By days of publication the right was restored until the notice appeared.
    #expect(restored(another, at: "2025-01-31", events: .published).isInForce)
    #expect(restored((effective: "20240601", published: "2024-09-01"), at: "2025-12-31").isInForce)
    // The restoration told in two codes answers no more than one of them does.
    let events = [
      Fixture.event("CF01", "2024-04-26", [("终止日期", "20240301")], id: "1"),
      Fixture.event("RR01", "2024-09-01", id: "2"), Fixture.event("C49", "2024-09-01", id: "4"),
      Fixture.event("CF01", "2025-02-01", [("终止日期", "20240601")], id: "3"),
    ]
    #expect(Fixture.state([Fixture.delivery()], events).standing.end == .lapsed)
    // A later restoration answers it.
    let second = Fixture.event("RR01", "2025-06-03", id: "5")
    #expect(Fixture.state([Fixture.delivery()], events + [second]).standing.isInForce)
  }

  @Test func aRestorationUndoesTheOnlyKnownLapseHoweverLateItsNotice() {
    let late = (effective: "20240601", published: "2025-02-01")
    #expect(restored(late, first: false, at: "2025-12-31").isInForce)
    #expect(restored(late, first: false, at: "2024-08-31").end == .lapsed)
    let lapse = Fixture.event("CF01", "2025-02-01", [("终止日期", "20240601")], id: "3")
    let restoration = Fixture.event("RR01", "2024-09-01", id: "2")
    // Whatever was restored, an invalidation or a lapse after it ends the right.
    for code in ["IW01", "CF01"] {
      let end = Fixture.event(code, "2025-08-05", id: "6")
      let state = Fixture.state([Fixture.delivery()], [lapse, restoration, end])
      #expect(state.standing.end != nil, "\(code)")
    }
  }

  /// Of two ends that were both announced after the restoration it means the first.
  @Test func ofTwoLateNoticesTheRestorationAnswersTheFirst() {
    func standing(_ first: String, _ second: String) -> Standing {
      Fixture.state(
        [Fixture.delivery()],
        [
          Fixture.event("RR01", "2024-09-01", id: "2"),
          Fixture.event("CF01", "2025-01-15", [("终止日期", first)], id: "1"),
          Fixture.event("CF01", "2025-02-01", [("终止日期", second)], id: "3"),
        ], Fixture.settings("2025-12-31")
      ).standing
    }
    #expect(standing("20240301", "20240601").end == .lapsed)
    #expect(standing("20240301", "20240301").isInForce, "one end, told twice")
  }

  /// What happened before the grant and was announced after it may have ended the right.
  @Test func anUnclearEventAnnouncedAfterTheGrantIsNotPassedOver() {
    let event = Fixture.event("C20", "2023-05-01", [("放弃生效日", "20200101")])
    #expect(
      Fixture.state([Fixture.delivery()], [event]).standing.missing
        == [.eventEffect(code: "C20", name: nil)])
  }

  @Test func oneEventInTwoCodesHasOneEffect() {
    let events = [
      Fixture.event("CF01", "2024-10-01", [("终止日期", "20240826")]),
      Fixture.event("C17", "2024-10-01"),
      Fixture.event("CF01", "2024-10-01", [("终止日期", "20240826")]),
      Fixture.event("RR01", "2025-02-01"),
    ]
    #expect(Fixture.state([Fixture.delivery()], events).standing.isInForce)
  }

  @Test func noEndsAtAll() {
    let events = ["IP01", "PE01", "PP01", "PD01", "AV02", "DD01"].map {
      Fixture.event($0, "2025-01-01")
    }
    #expect(Fixture.state([Fixture.delivery()], events).standing.isInForce)
    let kept = Fixture.event("C35", "2025-01-01", name: "维持专利权有效")
    #expect(Fixture.state([Fixture.delivery()], [kept]).standing.isInForce)
  }

  @Test func namesDecideOldCodes() {
    let whole = Fixture.event("C35", "2025-01-01", name: "宣告专利权全部无效")
    #expect(Fixture.state([Fixture.delivery()], [whole]).standing.end == .invalidated)
    let partial = Fixture.event("C35", "2025-01-01", name: "专利权部分无效")
    #expect(Fixture.state([Fixture.delivery()], [partial]).standing.isInForce)
    let either = Fixture.event("C35", "2025-01-01", name: "专利权的无效、部分无效宣告")
    let state = Fixture.state([Fixture.delivery()], [either])
    #expect(state.standing.missing == [.eventEffect(code: "C35", name: "专利权的无效、部分无效宣告")])
    #expect(state.unclassifiedEvents.count == 1)
    let pledge = Fixture.event("PLDC", "2025-01-01", name: "专利权的质押、保全及解除")
    #expect(Fixture.state([Fixture.delivery()], [pledge]).standing.isInForce)
    let future = Fixture.event("ZZ99", "2026-01-01", name: "新事务")
    #expect(Fixture.state([Fixture.delivery()], [future]).standing.isInForce)
  }

  @Test func definiteEndBeatsUnclearEvent() {
    let events = [
      Fixture.event("ZZ99", "2025-01-01", name: "新事务"), Fixture.event("IW01", "2025-02-01"),
    ]
    #expect(Fixture.state([Fixture.delivery()], events).standing.end == .invalidated)
  }

  @Test func abandonmentBeforeGrantIsTheApplications() {
    let events = [Fixture.event("AD01", "2022-01-01")]
    #expect(Fixture.state([Fixture.delivery()], events).standing.isInForce)
  }

  @Test func withoutLegalStatusNothingIsInForce() {
    let none = Fixture.settings(legalStatus: .none)
    #expect(Fixture.state([Fixture.delivery()], [], none).standing.missing == [.legalStatus])
    let late = Fixture.settings(legalStatus: .read(completeFrom: Fixture.day("2022-06-04")))
    #expect(
      Fixture.state([Fixture.delivery()], [], late).standing.missing
        == [.earlierLegalStatus(completeFrom: Fixture.day("2022-06-04"))])
    let early = Fixture.settings(legalStatus: .read(completeFrom: Fixture.day("2022-06-03")))
    #expect(Fixture.state([Fixture.delivery()], [], early).standing.isInForce)
  }

  @Test func undatedEndIsUndetermined() {
    let end = Fixture.event("IW01", nil, [("无效宣告决定日", "00000000")])
    #expect(
      Fixture.state([Fixture.delivery()], [end]).standing.missing == [
        .eventDate(code: "IW01", name: nil)
      ])
  }
}
