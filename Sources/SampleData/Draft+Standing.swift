import Records

extension Draft {
  /// `标签:值` lines, as PRSInformation holds them.
  static func lines(_ pairs: [(String, String)]) -> String {
    pairs.map { $0.0 + ":" + $0.1 }.joined(separator: "\n")
  }

  mutating func addEvent(
    _ code: String, _ name: String, _ published: CalendarDay, _ pairs: [(String, String)] = []
  ) {
    events.append(
      PlannedEvent(code: code, name: name, published: published, details: Draft.lines(pairs)))
  }

  /// Publication, examination, grant and what ends or restores the right.
  mutating func tellStanding() {
    tellProcedure()
    switch cast.standing {
    case .granted, .grantedByDocumentOnly, .grantedByEventOnly, .grantedOldCodes,
      .grantedOldAndNewCodes, .divisional, .nationalPhase, .priority, .grantKindC,
      .tenthAnniversaryTheDayBefore, .tenthAnniversaryOnCutOff, .tenthAnniversaryTheDayAfter,
      .termEndsTheDayAfter:
      break
    case .eventsDeliveredTwice:
      for position in events.indices { events[position].isRepeated = true }
    case .pending: standing = .notInForce
    case .refused:
      standing = .notInForce
      addEvent("RJ01", "发明专利申请公布后的驳回", publishedOn.later(by: 420))
    case .deemedWithdrawn:
      standing = .notInForce
      addEvent("WD01", "发明专利申请公布后的视为撤回", publishedOn.later(by: 380))
    case .grantedAfterCutOff, .termEndsTheDayBefore, .termEndsOnCutOff: standing = .notInForce
    case .leapDayTerm: if filed.year == 2004 { standing = .notInForce }
    case .termCompensationUndated:
      standing = .undetermined
      addEvent("TP01", "专利权期限补偿", fixedDay(2025, 3, 14))
    case .lapsed, .lapsedPublishedAfterCutOff, .lapsedAfterCutOff, .lapsedInTwoCodes,
      .lapsedThenRestored, .lapsedOldThenRestoredOld, .lapsedRestoredAfterCutOff:
      tellLapse()
    case .expired, .expiredThenRestored:
      standing = .notInForce
      let end = filed.adding(years: 20) ?? filed
      endRight("CX01", "专利权有效期届满", ended: end, published: end.later(by: 25))
      if cast.standing == .expiredThenRestored { restore(on: fixedDay(2025, 6, 13)) }
    case .abandoned, .abandonedThenRestored:
      let day = dayAfterGrant(part: 0, of: 2)
      addEvent("AV01", "专利权的主动放弃", day.later(by: 20), [("放弃生效日", day.compact)])
      standing = .notInForce
      if cast.standing == .abandonedThenRestored {
        standing = .inForce
        restore(on: dayAfterGrant(part: 1, of: 2).later(by: 20))
      }
    case .abandonedAgainstDoublePatenting:
      let day = dayAfterGrant()
      addEvent("AR01", "避免重复授权放弃专利权", day, [("放弃生效日", grant.compact)])
      standing = .notInForce
    case .deemedAbandoned:
      addEvent("AD01", "专利权的视为放弃", dayAfterGrant())
      standing = .notInForce
    case .whollyInvalidated, .whollyInvalidatedThenRestored:
      let day = dayAfterGrant(part: 0, of: 2)
      tellInvalidation("IW01", "专利权全部无效", day, "宣告专利权全部无效")
      standing = .notInForce
      if cast.standing == .whollyInvalidatedThenRestored {
        restore(on: dayAfterGrant(part: 1, of: 2).later(by: 20))
      }
    case .partiallyInvalidated:
      tellInvalidation("IP01", "专利权部分无效", dayAfterGrant(), "在权利要求2-5的基础上维持专利权有效")
    case .maintained: tellInvalidation("C35", "维持专利权有效", dayAfterGrant(), "维持专利权有效")
    case .invalidationWithoutExtent:
      standing = .undetermined
      addEvent("C35", "专利权的无效、部分无效宣告", dayAfterGrant())
    case .preserved, .preservationReleased:
      let day = dayAfterGrant(part: 0, of: 2)
      addEvent("PP01", "专利权的保全", day.later(by: 15), [("登记生效日", day.compact)])
      if cast.standing == .preservationReleased {
        let release = dayAfterGrant(part: 1, of: 2)
        addEvent("PD01", "专利权的保全的解除", release.later(by: 15), [("解除日", release.compact)])
      }
    case .grantWithdrawn, .grantWithdrawnThenRepublished: tellWithdrawal()
    case .licensed:
      let day = dayAfterGrant(part: 0, of: 2)
      let record = "X\(day.year)340000\(100_000 + index % 900_000)"
      addEvent(
        "EE01", "专利实施许可合同备案的生效", day.later(by: 20),
        [
          ("合同备案号", record), ("让与人", owner.name), ("受让人", "宿州示例受让有限公司"),
          ("许可种类", "普通许可"), ("备案日期", day.compact),
        ])
      addEvent(
        "EC01", "专利实施许可合同备案的注销", dayAfterGrant(part: 1, of: 2),
        [("合同备案号", record), ("让与人", owner.name), ("受让人", "宿州示例受让有限公司")])
    case .noticeServed:
      addEvent(
        "DD01", "文件的公告送达", dayAfterGrant(), [("收件人", owner.name), ("文件名称", "缴费通知书")])
    }
  }

  private mutating func tellProcedure() {
    let isOld = cast.standing == .grantedOldCodes
    let isBoth = cast.standing == .grantedOldAndNewCodes
    let ipc = ("IPC(主分类)", cast.industry.symbols[0])
    if cast.right == .invention {
      if !isOld { addEvent("PB01", "公开", publishedOn) }
      if isOld || isBoth { addEvent("C06", "公开", publishedOn) }
      let examined = publishedOn.later(by: 18)
      let pairs = [ipc, ("申请号", number?.canonical ?? ""), ("申请日", filed.compact)]
      if !isOld { addEvent("SE01", "实质审查的生效", examined, pairs) }
      if isOld || isBoth { addEvent("C10", "实质审查的生效", examined, pairs) }
    }
    guard let grantedOn, cast.standing != .grantedByDocumentOnly else { return }
    if !isOld { addEvent("GR01", "授权", grantedOn) }
    if isOld || isBoth { addEvent("C14", "授权", grantedOn) }
  }

  private mutating func endRight(
    _ code: String, _ name: String, ended: CalendarDay, published: CalendarDay
  ) {
    addEvent(
      code, name, published,
      [
        ("IPC(主分类)", cast.industry.symbols[0]), ("专利号", "ZL" + (number?.canonical ?? "")),
        ("申请日", filed.compact), ("授权公告日", grant.compact), ("终止日期", ended.compact),
      ])
  }

  private mutating func restore(on day: CalendarDay, code: String = "RR01") {
    addEvent(
      code, "权利的恢复", day, [("原决定名称", "专利权终止通知书"), ("原决定公告日", grant.later(by: 45).compact)])
  }

  private mutating func tellLapse() {
    let name = "未缴年费专利权终止"
    let oldName = "专利权的终止(未缴年费专利权终止)"
    let day = dayAfterGrant(part: 0, of: 2)
    let published = day.later(by: 9)
    standing = .notInForce
    switch cast.standing {
    case .lapsedPublishedAfterCutOff:
      endRight("CF01", name, ended: fixedDay(2025, 8, 4), published: fixedDay(2026, 3, 20))
    case .lapsedAfterCutOff:
      endRight("CF01", name, ended: fixedDay(2026, 1, 15), published: fixedDay(2026, 3, 20))
      standing = .inForce
    case .lapsedRestoredAfterCutOff:
      endRight("CF01", name, ended: fixedDay(2025, 3, 6), published: fixedDay(2025, 10, 17))
      restore(on: fixedDay(2026, 2, 10))
    case .lapsedInTwoCodes:
      endRight("CF01", name, ended: day, published: published)
      endRight("C17", oldName, ended: day, published: published)
    case .lapsedThenRestored:
      endRight("CF01", name, ended: day, published: published)
      restore(on: dayAfterGrant(part: 1, of: 2).later(by: 20))
      standing = .inForce
    case .lapsedOldThenRestoredOld:
      endRight("C17", oldName, ended: day, published: published)
      restore(on: dayAfterGrant(part: 1, of: 2).later(by: 20), code: "C49")
      standing = .inForce
    default: endRight("CF01", name, ended: day, published: published)
    }
  }

  private mutating func tellInvalidation(
    _ code: String, _ name: String, _ day: CalendarDay, _ conclusion: String
  ) {
    addEvent(
      code, name, day.later(by: 60),
      [
        ("无效宣告决定号", String(40_000 + index % 20_000)), ("无效宣告决定日", day.compact),
        ("委内编号", "4W\(100_000 + index % 90_000)"), ("审查结论", conclusion),
      ])
  }

  /// A delivery with status D withdraws the grant's publication; a later one republishes it.
  private mutating func tellWithdrawal() {
    guard var withdrawn = documents.last else { return }
    withdrawn.status = "D"
    withdrawn.produced = withdrawn.produced.later(by: 40)
    documents.append(withdrawn)
    standing = .notInForce
    if cast.standing == .grantWithdrawnThenRepublished {
      withdrawn.status = "R"
      withdrawn.produced = withdrawn.produced.later(by: 40)
      documents.append(withdrawn)
      standing = .inForce
    }
  }
}
