import Records
import Testing

@testable import Dossiers

@Suite struct TrademarkStandingTests {
  private static let source = Source(file: "2023.zip", member: "基本信息.csv", offset: 2)

  private func mark(_ change: (inout TrademarkCase) -> Void = { _ in }) -> TrademarkCase {
    var mark = TrademarkCase(office: "CN", number: "10000001", format: "cnipa-trademark")
    mark.niceClass = 9
    mark.source = Self.source
    mark.filingDate = PartialDate("2012-01-05")
    mark.termStart = PartialDate("2013-05-21")
    mark.registrationDate = PartialDate("2013-05-21")
    mark.expiryDate = PartialDate("2023-05-20")
    mark.isRegistered = true
    change(&mark)
    return mark
  }

  private func state(_ mark: TrademarkCase, _ day: String) throws -> TrademarkStanding.Kind {
    mark.standing(at: try #require(CalendarDay(day))).kind
  }

  @Test(arguments: [
    ("2012-01-04", TrademarkStanding.Kind.notFiled), ("2012-01-05", .pending),
    ("2013-05-20", .pending), ("2013-05-21", .valid), ("2023-05-20", .valid),
    ("2023-05-21", .grace), ("2023-11-20", .grace), ("2023-11-21", .dead),
  ])
  func theTermDecides(day: String, kind: TrademarkStanding.Kind) throws {
    #expect(try state(mark(), day) == kind)
  }

  /// The term may begin before an opposition is over: until the registration nothing is registered.
  @Test func anOpposedMarkIsPendingUntilItsRegistration() throws {
    let opposed = mark { $0.registrationDate = PartialDate("2015-03-07") }
    #expect(try state(opposed, "2014-01-01") == .pending)
    #expect(try state(opposed, "2015-03-07") == .valid)
  }

  @Test func withoutAnEndTheTermIsTenYears() throws {
    let open = mark { $0.expiryDate = nil }
    #expect(try state(open, "2023-05-20") == .valid)
    let after = open.standing(at: try #require(CalendarDay("2023-05-21")))
    #expect(after.missing == [.expiryDate])
    let unknown = mark {
      $0.expiryDate = nil
      $0.termStart = nil
      $0.registrationDate = nil
    }
    #expect(try state(unknown, "2020-01-01") == .undetermined)
  }

  @Test func anEndAloneTellsTheBegin() throws {
    let ended = mark {
      $0.termStart = nil
      $0.registrationDate = nil
    }
    #expect(try state(ended, "2013-05-20") == .pending)
    #expect(try state(ended, "2013-05-21") == .valid)
  }

  @Test(arguments: [
    ("商标无效", TrademarkStanding.Kind.dead), ("期满未续展", .dead), ("驳回", .dead),
    ("部分驳回", .valid), ("撤三", .valid), ("转让中", .valid), ("无效宣告中", .valid), ("变更商标代理人", .valid),
    ("商标已注册", .valid), ("Registration expired", .dead), ("撤销注册不当", .undetermined),
    ("某某", .undetermined),
  ])
  func aWordDecidesAsFarAsItGoes(status: String, kind: TrademarkStanding.Kind) throws {
    let marked = mark {
      $0.statuses = [
        .init(
          text: status, isInForce: nil, isDeleted: false, date: PartialDate("2020-06-01"),
          source: Self.source)
      ]
    }
    #expect(try state(marked, "2021-01-01") == kind)
    #expect(try state(marked, "2020-05-31") == .valid, "before its day the word says nothing")
  }

  @Test func anEventEndsAMarkFromItsDay() throws {
    func marked(_ name: String) -> TrademarkCase {
      mark {
        $0.events = [
          .init(
            event: TrademarkEvent(name: name, date: PartialDate("2020-06-01")),
            source: Self.source)
        ]
      }
    }
    #expect(try state(marked("注册商标注销公告"), "2020-05-31") == .valid)
    #expect(try state(marked("注册商标注销公告"), "2020-06-01") == .dead)
    #expect(try state(marked("注册商标部分注销公告"), "2020-06-01") == .valid)
    #expect(try state(marked("商标转让公告"), "2020-06-01") == .valid)
  }

  @Test func partiesAloneAndDeletedItemsAreUndetermined() throws {
    let day = try #require(CalendarDay("2021-01-01"))
    #expect(mark { $0.source = nil }.standing(at: day).missing == [.markRecord(only: [])])
    #expect(mark { $0.hasOnlyDeletedItems = true }.standing(at: day).missing == [.deletedItems])
  }

  @Test func deadlinesHaveTheirWindows() throws {
    func deadline(_ day: String) throws -> TrademarkDeadline? {
      mark().deadline(at: try #require(CalendarDay(day)))
    }
    #expect(try deadline("2022-05-19") == nil)
    let renewal = try #require(try deadline("2022-05-20"))
    #expect(renewal.kind == .renewal && renewal.until == CalendarDay("2023-05-20"))
    let grace = try #require(try deadline("2023-05-21"))
    #expect(grace.kind == .grace && grace.until == CalendarDay("2023-11-20"))
    #expect(try deadline("2023-11-21") == nil)
  }

  @Test(arguments: [
    ("2024-08-31", 6, "2025-02-28"), ("2023-08-31", 6, "2024-02-29"),
    ("2025-10-31", 6, "2026-04-30"),
    ("2026-03-31", -12, "2025-03-31"), ("2024-02-29", -12, "2023-02-28"),
    ("2025-01-15", -1, "2024-12-15"),
  ])
  func monthsEndWithTheMonth(day: String, months: Int, expected: String) throws {
    #expect(try #require(CalendarDay(day)).adding(months: months)?.isoText == expected)
  }
}
