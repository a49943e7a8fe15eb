import Records

/// What the records of a mark say of its end and of its life by a day, weighed by when they say it.
///
/// Each statement has up to two times: the day of the status or event, and the day its record was
/// produced. One statement is later than another if it is later in one of them and earlier in none; the
/// order of formats, files or arrival decides nothing.
///
/// 1. No statement of an end: open.
/// 2. A statement of life (registered, pending) that is later than the end undoes it: a refusal that a
///    review has lifted, a cancellation that a court has reversed.
/// 3. An end beside a registration of which it is not known which is later: a contradiction. A pending
///    application does not contradict: its refusal comes after it by nature.
/// 4. Else ended.
///
/// CNIPA's tables of registered marks say nothing here: they have no status, and keep ended marks.
struct TrademarkStatements {
  enum Outcome: Hashable {
    case open
    case ended(Evidence)
    case contradictory([Evidence])
  }

  private struct Statement {
    var date: PartialDate?
    var producedOn: Int
    var evidence: Evidence
    var isRegistration = false

    /// Whether it is later in one of its two times and earlier in none.
    func isLater(than other: Statement) -> Bool {
      var isLater = false
      if let first = date?.firstDay, let last = date?.lastDay,
        let otherFirst = other.date?.firstDay,
        let otherLast = other.date?.lastDay
      {
        if last < otherFirst { return false }
        isLater = otherLast < first
      }
      if producedOn != 0, other.producedOn != 0 {
        if producedOn < other.producedOn { return false }
        isLater = isLater || producedOn > other.producedOn
      }
      return isLater
    }
  }

  let outcome: Outcome

  init(of mark: TrademarkCase, by day: CalendarDay) {
    var ends: [Statement] = []
    var lives: [Statement] = []
    for status in mark.statuses {
      if let date = status.date?.firstDay, day < date { continue }
      let meaning = status.text.flatMap { TrademarkStatus($0) }
      var statement = Statement(
        date: status.date, producedOn: status.producedOn,
        evidence: Evidence(
          rule: "trademark-status", source: status.source,
          field: status.isDeleted ? "delivery" : "status",
          value: status.isDeleted ? "deleted" : status.text ?? "", date: status.date?.day))
      if status.isDeleted || meaning == .dead
        || status.isInForce == false && mark.isRegistered && meaning != .pending
      {
        ends.append(statement)
      } else if status.isInForce == true || meaning == .registered || meaning == .pending {
        statement.isRegistration = meaning != .pending
        lives.append(statement)
      }
    }
    for item in mark.events {
      guard TrademarkStatus.ends(code: item.event.code, name: item.event.name, office: mark.office)
      else { continue }
      if let date = item.event.date?.firstDay, day < date { continue }
      ends.append(
        Statement(
          date: item.event.date, producedOn: item.producedOn,
          evidence: Evidence(
            rule: "trademark-event", source: item.source, field: item.event.code ?? "event",
            value: item.event.name ?? item.event.code ?? "", date: item.event.date?.day)))
    }
    outcome = TrademarkStatements.outcome(ends: ends, lives: lives)
  }

  private static func outcome(ends: [Statement], lives: [Statement]) -> Outcome {
    let standing = ends.filter { end in !lives.contains { $0.isLater(than: end) } }
      .sorted { precedes($0, $1) }
    guard let first = standing.first else { return .open }
    let unbeaten = lives.filter { life in
      life.isRegistration && !standing.contains { $0.isLater(than: life) }
    }
    guard !unbeaten.isEmpty else { return .ended(first.evidence) }
    return .contradictory((standing + unbeaten.sorted { precedes($0, $1) }).map { $0.evidence })
  }

  /// By day, then by place, so that the statement that is shown does not depend on arrival.
  private static func precedes(_ left: Statement, _ right: Statement) -> Bool {
    let days = (left.date?.number ?? .max, right.date?.number ?? .max)
    if days.0 != days.1 { return days.0 < days.1 }
    func place(_ source: Source?) -> (String, String, Int) {
      (source?.file ?? "", source?.member ?? "", source?.offset ?? 0)
    }
    return place(left.evidence.source) < place(right.evidence.source)
  }
}
