import Records
import Testing

@testable import Dossiers

@Suite struct TermTests {
  private func filed(_ day: String, _ events: [LegalEvent] = [], cutOff: String) -> DossierState {
    Fixture.state(
      [Fixture.delivery(published: "2008-01-01", filed: day)], events, Fixture.settings(cutOff),
      application: Fixture.old)
  }

  @Test func termEndsOnTheAnniversary() {
    #expect(filed("2005-12-31", cutOff: "2025-12-30").standing.isInForce)
    #expect(filed("2005-12-31", cutOff: "2025-12-31").standing.end == .termEnded)
    #expect(filed("2004-02-29", cutOff: "2024-02-28").standing.isInForce)
    #expect(filed("2004-02-29", cutOff: "2024-02-29").standing.end == .termEnded)
    let common = filed("2004-02-29", cutOff: "2024-02-28").term.end
    #expect(common == Fixture.day("2024-02-29"))
    #expect(CalendarDay("2004-02-29")?.adding(years: 21) == Fixture.day("2025-02-28"))
  }

  @Test func compensationGivesALaterEnd() {
    for details in [
      [("专利权期限届满日", "20260630")], [("原专利权期限届满日", "20250801"), ("补偿后届满日", "2026年6月30日")],
      [("补偿天数", "333天")], [("终止日期", "20260630")], [("新期限", "2026-06-30")],
      [("专利权期限", "自2005-08-01至2026-06-30")],
    ] {
      let state = filed(
        "2005-08-01", [Fixture.event("TG01", "2024-05-01", details)], cutOff: "2025-12-31")
      #expect(state.standing.isInForce, "\(details)")
      #expect(state.term.end == Fixture.day("2026-06-30"), "\(details)")
    }
  }

  @Test func compensationWithoutReadableDate() {
    let event = Fixture.event("TP01", "2024-05-01", [("审查结论", "准予补偿")])
    #expect(
      filed("2005-08-01", [event], cutOff: "2025-12-31").standing.missing == [.compensatedTermEnd])
    #expect(filed("2006-08-01", [event], cutOff: "2025-12-31").standing.isInForce)
  }

  @Test func missingFilingDate() {
    #expect(filed("00000000", cutOff: "2025-12-31").standing.missing == [.filingDate])
  }

  @Test func divisionalHasItsParentsFilingDate() {
    let parent = ApplicationNumber(key: 200_410_012_345)!
    let child = Fixture.delivery(published: "2008-01-01", filed: "2006-05-05", parent: parent)
    let known = Fixture.state(
      [child], [], Fixture.settings(parents: [parent: Fixture.day("2004-03-01")]),
      application: Fixture.old)
    #expect(known.filingDate == Fixture.day("2004-03-01"))
    #expect(known.term.filingDateOrigin == .parent)
    #expect(known.standing.end == .termEnded)
    let unknown = Fixture.state([child], [], application: Fixture.old)
    #expect(unknown.filingDate == Fixture.day("2006-05-05"))
    #expect(unknown.standing.isInForce)
  }

  @Test func nationalPhaseHasItsInternationalFilingDate() {
    let delivery = Fixture.delivery(
      published: "2008-01-01", filed: "2006-05-05", international: "2005-01-10")
    let state = Fixture.state([delivery], [], application: Fixture.old)
    #expect(state.filingDate == Fixture.day("2005-01-10"))
    #expect(state.standing.end == .termEnded)
  }

  @Test func correctionWithoutFilingDateKeepsTheOlder() {
    let correction = Fixture.delivery("B8", produced: "2023-01-01", filed: "00000000")
    #expect(
      Fixture.state([correction, Fixture.delivery()]).filingDate == Fixture.day("2021-08-26"))
  }
}
