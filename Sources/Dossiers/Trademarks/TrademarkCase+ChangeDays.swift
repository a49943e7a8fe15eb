import Records

extension TrademarkCase {
  /// The days at which ``standing(at:)`` or ``deadline(at:)`` may answer differently than on the day
  /// before, in no order.
  ///
  /// Days at which nothing changes may stand here too; none at which something does is left out:
  ///
  /// 1. The mark exists from its filing on.
  /// 2. It is registered from the day of registration on, else from the begin of the term, be it given
  ///    or reckoned from the end.
  /// 3. A status and an event count from their day on.
  /// 4. Renewal may be applied for from the first day of its window on; the term is over on the day after
  ///    its last, and the 宽展期 likewise.
  ///
  /// Of a date without a month or a day its first day counts, of an end of term its last. The days on
  /// which records were produced are compared with each other alone, never with the day of judgement.
  package var changeDays: [CalendarDay] {
    var days: [CalendarDay] = []
    func add(_ day: CalendarDay?) {
      if let day { days.append(day) }
    }
    add(filingDate?.firstDay)
    add(registrationDate?.firstDay)
    add(termStart?.firstDay)
    add(expiryDate?.day.flatMap { TrademarkPeriods.firstDay(ofTermTo: $0) })
    for status in statuses { add(status.date?.firstDay) }
    for item in events { add(item.event.date?.firstDay) }
    if let end = termEnd?.day {
      add(end.adding(months: -TrademarkPeriods.renewalMonths(endingOn: end)))
      add(end.adding(days: 1))
      add(end.adding(months: TrademarkPeriods.graceMonths)?.adding(days: 1))
    }
    return days
  }
}
