import Records
import TestSupport
import Testing

@testable import Dossiers

/// Only at a change day does a mark's state or period become another.
@Suite struct TrademarkChangeDaysTests {
  private static let source = Source(file: "2023.zip", member: "基本信息.csv", offset: 2)

  /// What is published of a mark and depends on the day.
  private struct Answer: Equatable {
    var kind: TrademarkStanding.Kind
    var missing: [TrademarkMissing]
    var deadline: TrademarkDeadline?

    init(_ mark: TrademarkCase, _ day: CalendarDay) {
      let standing = mark.standing(at: day)
      kind = standing.kind
      missing = standing.missing
      deadline = mark.deadline(at: day)
    }
  }

  @Test func nothingChangesBetweenChangeDays() throws {
    var random = SeededGenerator()
    print("nothingChangesBetweenChangeDays: seed \(random.seed)")
    let first = try #require(CalendarDay("2001-12-01"))
    let days = (0..<9_800).compactMap { first.adding(days: $0) }
    var changes = 0
    for _ in 0..<80 {
      let mark = mark(&random)
      let known = Set(mark.changeDays)
      var last: Answer?
      for day in days {
        let answer = Answer(mark, day)
        defer { last = answer }
        guard let last, last != answer else { continue }
        changes += 1
        #expect(known.contains(day), "seed \(random.seed), \(day.isoText): \(mark)")
      }
    }
    #expect(changes > 100)
  }

  @Test func theDaysOfARegisteredMark() {
    var mark = TrademarkCase(office: "CN", number: "10000001", format: "cnipa-trademark")
    mark.source = Self.source
    mark.filingDate = PartialDate("2012-01-05")
    mark.registrationDate = PartialDate("2013-05-21")
    mark.expiryDate = PartialDate("2023-08-31")
    #expect(
      mark.changeDays.sorted().map { $0.isoText }
        == [
          // 2013-09-01: where the term is reckoned from its end. 2023-08-31 and six months is 2024-02-29.
          "2012-01-05", "2013-05-21", "2013-09-01", "2022-08-31", "2023-09-01", "2024-03-01",
        ])
  }

  private func mark(_ random: inout SeededGenerator) -> TrademarkCase {
    func maybe(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
    func date() -> PartialDate? {
      let number =
        Int.random(in: 2012...2017, using: &random) * 10_000
        + Int.random(in: 1...12, using: &random) * 100 + Int.random(in: 1...28, using: &random)
      return PartialDate(
        number: maybe(85) ? number : maybe(50) ? number / 100 * 100 : number / 10_000 * 10_000)
    }
    var mark = TrademarkCase(
      office: maybe(80) ? "CN" : "WO", number: "10000001", format: "cnipa-trademark")
    if maybe(97) { mark.source = Self.source }
    if maybe(80) { mark.filingDate = date() }
    if maybe(50) { mark.registrationDate = date() }
    if maybe(50) { mark.termStart = date() }
    if maybe(60) { mark.expiryDate = date() }
    mark.isRegistered = maybe(60)
    mark.hasOnlyDeletedItems = maybe(5)
    let words = ["已注册", "商标无效", "等待实质审查", "撤三", "某种状态", "撤销注册不当", "驳回"]
    while maybe(40) {
      mark.statuses.append(
        .init(
          text: maybe(85) ? words.randomElement(using: &random) : nil,
          isInForce: maybe(20) ? maybe(50) : nil, isDeleted: maybe(5),
          date: maybe(85) ? date() : nil,
          producedOn: maybe(50) ? Int(date()?.number ?? 0) : 0, source: Self.source))
    }
    while maybe(25) {
      mark.events.append(
        .init(
          event: TrademarkEvent(
            code: maybe(30) ? "RAN" : nil,
            name: ["注册商标注销公告", "商标转让公告"].randomElement(using: &random),
            date: maybe(85) ? date() : nil),
          producedOn: maybe(50) ? Int(date()?.number ?? 0) : 0, source: Self.source))
    }
    return mark
  }
}
