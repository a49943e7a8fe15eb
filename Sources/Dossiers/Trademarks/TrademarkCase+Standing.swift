import Records

extension TrademarkCase {
  /// The state at a day.
  ///
  /// 1. Without a record of the mark itself: undetermined.
  /// 2. An office's word or event that ends the mark by that day: dead, unless a later one says that it
  ///    lives (``TrademarkStatements``). Words that by themselves end nothing are passed over; words that
  ///    are not known leave a registered mark undetermined.
  /// 3. Registered by that day (the day of registration, else the begin of the term): valid until the
  ///    end of the term, then in 宽展期 for six months, then dead.
  /// 4. Without an end, the term of ten years from registration; a term that is over without a word of
  ///    renewal leaves the mark undetermined.
  /// 5. Else pending.
  ///
  /// - Complexity: O(statuses and events).
  package func standing(at day: CalendarDay) -> TrademarkStanding {
    guard let source else {
      return .undetermined(missing: [.markRecord(only: partsWithoutRecord)], because: [])
    }
    if let filed = filingDate, filed.number > day.number, filed.day != nil {
      return .notFiled(because: [fact("trademark-filing", source, "申请日期", filed)])
    }
    switch TrademarkStatements(of: self, by: day).outcome {
    case .ended(let end): return .dead(because: [end])
    case .contradictory(let statements):
      return .undetermined(
        missing: [.laterStatement(statements.map { $0.value })], because: statements)
    case .open: break
    }
    guard let registration = registration(source) else {
      return .pending(because: [filingFact(source)])
    }
    if let start = registration.day, day < start { return .pending(because: [registration.fact]) }
    let unclear = unclearStatuses(at: day)
    let term = termStanding(at: day, registration: registration)
    guard !unclear.isEmpty || hasOnlyDeletedItems, term.kind != .dead else { return term }
    return .undetermined(
      missing: unclear + (hasOnlyDeletedItems ? [.deletedItems] : []) + term.missing,
      because: term.evidence)
  }

  /// The window in which the mark may be renewed, or the 宽展期, if the day lies in one.
  package func deadline(at day: CalendarDay) -> TrademarkDeadline? {
    guard let end = termEnd?.day else { return nil }
    switch standing(at: day) {
    case .grace(let until, _): return TrademarkDeadline(kind: .grace, until: until)
    case .valid:
      guard
        let start = end.adding(months: -TrademarkPeriods.renewalMonths(endingOn: end)),
        start <= day
      else { return nil }
      return TrademarkDeadline(kind: .renewal, until: end)
    default: return nil
    }
  }

  // MARK: Steps

  private struct Registration {
    var day: CalendarDay?
    var fact: Evidence
  }

  /// The registration and the day from which it stands; nil for a mark that is not registered.
  private func registration(_ source: Source) -> Registration? {
    if let date = registrationDate {
      return Registration(
        day: date.firstDay, fact: fact("trademark-registration", source, "注册公告日期", date))
    }
    if let date = termStart {
      return Registration(
        day: date.firstDay, fact: fact("trademark-registration", source, "专用期开始日期", date))
    }
    if let end = expiryDate, isRegistered {
      return Registration(
        day: end.day.flatMap { TrademarkPeriods.firstDay(ofTermTo: $0) },
        fact: fact("trademark-registration", expirySource ?? source, "专用期结束日期", end))
    }
    if let status = statuses.first(where: {
      $0.isInForce == true || $0.text.flatMap { TrademarkStatus($0) } == .registered
    }) {
      return Registration(
        day: status.date?.firstDay,
        fact: Evidence(
          rule: "trademark-registration", source: status.source, field: "status",
          value: status.text ?? "", date: status.date?.day))
    }
    guard isRegistered else { return nil }
    return Registration(
      day: nil,
      fact: Evidence(
        rule: "trademark-registration", source: source, field: "registration_no", value: number))
  }

  /// The last day of the term, and whether a record gives it.
  var termEnd: (day: CalendarDay, isGiven: Bool)? {
    if let expiryDate {
      // A partial end counts to the end of what it names.
      return expiryDate.lastDay.map { ($0, true) }
    }
    guard let start = termStart?.day ?? registrationDate?.day else { return nil }
    return TrademarkPeriods.lastDay(ofTermFrom: start).map { ($0, false) }
  }

  private func termStanding(
    at day: CalendarDay, registration: Registration
  ) -> TrademarkStanding {
    let because = [registration.fact]
    guard let end = termEnd else {
      // An office whose data have no term tells by its status alone.
      if statuses.contains(where: { $0.isInForce == true }) { return .valid(because: because) }
      return .undetermined(missing: [.expiryDate], because: because)
    }
    let fact = Evidence(
      rule: end.isGiven ? "trademark-term" : "trademark-term-of-ten-years",
      source: expirySource ?? source, field: end.isGiven ? "专用期结束日期" : "注册日期＋10年",
      value: end.day.isoText, date: end.day)
    if day <= end.day { return .valid(because: because + [fact]) }
    guard end.isGiven else {
      return .undetermined(missing: [.expiryDate], because: because + [fact])
    }
    if let grace = end.day.adding(months: TrademarkPeriods.graceMonths), day <= grace {
      return .grace(until: grace, because: because + [fact])
    }
    return .dead(because: because + [fact])
  }

  private func unclearStatuses(at day: CalendarDay) -> [TrademarkMissing] {
    var missing: [TrademarkMissing] = []
    for status in statuses {
      guard let text = status.text, status.isInForce == nil else { continue }
      if let date = status.date?.firstDay, day < date { continue }
      let meaning = TrademarkStatus(text)
      if meaning == nil || meaning == .unclear { missing.append(.statusEffect(text)) }
    }
    return missing
  }

  private func filingFact(_ source: Source) -> Evidence {
    Evidence(
      rule: "trademark-filing", source: source, field: "申请日期",
      value: filingDate?.isoText ?? number, date: filingDate?.day)
  }

  private func fact(
    _ rule: String, _ source: Source, _ field: String, _ date: PartialDate
  ) -> Evidence {
    Evidence(rule: rule, source: source, field: field, value: date.isoText, date: date.day)
  }
}

extension PartialDate {
  /// The first day that the date may mean.
  package var firstDay: CalendarDay? {
    let month = Int(number) / 100 % 100
    let day = Int(number) % 100
    return CalendarDay(year: year, month: max(month, 1), day: max(day, 1))
  }

  /// The last day that the date may mean.
  package var lastDay: CalendarDay? {
    let month = Int(number) / 100 % 100
    if let day { return day }
    guard let next = CalendarDay(year: year, month: month == 0 ? 12 : month, day: 1) else {
      return nil
    }
    return next.adding(months: 1)?.adding(days: -1)
  }
}
