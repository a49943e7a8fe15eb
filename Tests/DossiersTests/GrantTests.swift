import Records
import Testing

@testable import Dossiers

@Suite struct GrantTests {
  @Test func publicationOfApplicationNeverGrants() {
    let state = Fixture.state([Fixture.delivery("A")])
    #expect(state.grant == nil)
    #expect(state.standing.end == .notGranted)
    #expect(state.document?.role == .application)
  }

  @Test func grantPublicationOrGrantEventSuffices() {
    #expect(Fixture.state().grant?.date == Fixture.day("2022-06-03"))
    let byEvent = Fixture.state(
      [Fixture.delivery("A")], [Fixture.event("GR01", "2022-06-07")])
    #expect(byEvent.grant?.date == Fixture.day("2022-06-07"))
    #expect(byEvent.standing.isInForce)
    #expect(byEvent.document?.role == .application)
    let late = Fixture.state(
      [Fixture.delivery(published: "2026-01-02")], [Fixture.event("C14", "2025-12-31")])
    #expect(late.grant?.date == Fixture.day("2025-12-31"))
  }

  @Test func grantAfterCutOffIsNone() {
    let settings = Fixture.settings("2022-06-02")
    #expect(Fixture.state([Fixture.delivery()], [], settings).standing.end == .notGranted)
    let onTheDay = Fixture.settings("2022-06-03")
    #expect(Fixture.state([Fixture.delivery()], [], onTheDay).standing.isInForce)
  }

  @Test func earliestDateAndNewestDelivery() {
    let corrected = Fixture.delivery(
      "B9", published: "2026-02-01", produced: "2026-01-30", title: "更正后")
    let state = Fixture.state([corrected, Fixture.delivery()])
    #expect(state.grant?.date == Fixture.day("2022-06-03"))
    #expect(state.document?.delivery.title == "更正后")
    #expect(state.document?.delivery.kind.text == "B9")
  }

  @Test func replacementWinsByProductionThenDigest() {
    let replaced = Fixture.delivery(produced: "2022-07-01", status: .replaced, title: "新")
    #expect(Fixture.state([replaced, Fixture.delivery()]).document?.delivery.title == "新")
    let greater = Fixture.delivery(digest: 9, title: "大")
    #expect(Fixture.state([greater, Fixture.delivery()]).document?.delivery.title == "大")
    #expect(Fixture.state([Fixture.delivery(), greater]).document?.delivery.title == "大")
  }

  @Test func withdrawalBeatsEventUntilRepublished() {
    let withdrawal = Fixture.delivery(produced: "2026-03-01", status: .deleted)
    let events = [Fixture.event("GR01", "2022-06-03")]
    let withdrawn = Fixture.state([withdrawal, Fixture.delivery()], events)
    #expect(withdrawn.isGrantWithdrawn)
    #expect(withdrawn.grant == nil)
    #expect(withdrawn.standing.end == .grantWithdrawn)
    let again = Fixture.delivery("B8", published: "2026-05-01", produced: "2026-04-28")
    let republished = Fixture.state([withdrawal, Fixture.delivery(), again], events)
    #expect(!republished.isGrantWithdrawn)
    #expect(republished.grant?.date == Fixture.day("2022-06-03"))
    #expect(republished.standing.isInForce)
  }

  @Test func withdrawalOfApplicationPublicationIsNoWithdrawalOfGrant() {
    let withdrawal = Fixture.delivery("A", produced: "2026-03-01", status: .deleted)
    #expect(Fixture.state([withdrawal, Fixture.delivery()]).standing.isInForce)
  }

  @Test func grantWithoutDateIsUndetermined() {
    let state = Fixture.state([Fixture.delivery(published: "00000000")])
    #expect(state.standing.missing == [.grantDate])
    let dated = Fixture.state(
      [Fixture.delivery(published: "00000000")], [Fixture.event("GR01", "2022-06-03")])
    #expect(dated.standing.isInForce)
  }

  /// Maps count them beside inventions; indicator 1 asks for inventions first.
  @Test func otherRightsAreGrantedByTheirOwnKinds() throws {
    let model = ApplicationNumber(key: 202_120_991_218)!
    let state = Fixture.state([Fixture.delivery("U")], [], application: model)
    #expect(!state.isInvention)
    #expect(state.grant?.date == CalendarDay("2022-06-03"))
    // A document of an invention grants no utility model.
    #expect(Fixture.state([Fixture.delivery("B")], [], application: model).grant == nil)
  }

  @Test(arguments: [
    (Right.invention, "2021-05-31", 20), (.utilityModel, "2021-06-01", 10),
    (.design, "2021-05-31", 10), (.design, "2021-06-01", 15),
  ])
  func theTermFollowsTheRight(right: Right, filed: String, years: Int) throws {
    #expect(Term.years(of: right, filed: try #require(CalendarDay(filed))) == years)
  }
}
