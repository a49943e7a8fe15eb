import Dossiers
import Records
import Store

/// On which days an invention is of the base set: granted, in force and of the region, by all that is
/// known; and on which it would be if an end of its right had not been published.
///
/// The answer holds at every cut-off, since each day is judged as a cut-off of its own. For an end, the
/// days from its effect on are judged again by the events published before it: those on which it alone
/// keeps the patent out are the ones on which every figure is too high until it is published. Whether
/// anything else was published late is not looked at: transfers take days, not months.
struct BasePresences {
  let judge: PatentJudge
  let settings: AssemblySettings
  let records: ApplicationRecords

  /// - Parameter highValueDay: the first day of [from, until) on which the patent counts as high-value by
  ///   what was published before the day behind these.
  func all(
    highValueDay: (CalendarDay, CalendarDay?, CalendarDay) throws -> CalendarDay?
  ) rethrows -> [JudgedApplication.Presence] {
    let days = ChangeDays(of: records, parentFilingDate: settings.parentFilingDate).days
    let present = Set(days.filter { isPresent(records, on: $0) })
    var presences = stretches(days) { present.contains($0) }.map { stretch in
      JudgedApplication.Presence(from: stretch.from.isoText, until: stretch.until?.isoText)
    }
    var published: Set<CalendarDay> = []
    for event in records.events where event.eventClass.isEnd {
      guard let known = event.publishedOn, published.insert(known).inserted else { continue }
      let ends = records.events.filter { $0.publishedOn == known && $0.eventClass.isEnd }
      guard let effective = ends.compactMap({ $0.effectiveDay(as: $0.eventClass) }).min() else {
        continue
      }
      var before = records
      before.events.removeAll { event in event.publishedOn.map { $0 >= known } ?? false }
      let isLapse = ends.contains { $0.eventClass == .lapsed }
      let late = stretches(days) { day in
        day >= effective && !present.contains(day) && isPresent(before, on: day)
      }
      for stretch in late {
        var presence = JudgedApplication.Presence(
          from: stretch.from.isoText, until: stretch.until?.isoText)
        presence.endPublishedOn = known.isoText
        presence.isLapse = isLapse
        if isLapse {
          presence.highValueFrom = try highValueDay(stretch.from, stretch.until, known)?.isoText
        }
        presences.append(presence)
      }
    }
    return presences
  }

  /// The stretches of days that begin at some of the days given, in order, and end at others.
  private func stretches(
    _ days: [CalendarDay], where isIn: (CalendarDay) -> Bool
  ) -> [(from: CalendarDay, until: CalendarDay?)] {
    var stretches: [(from: CalendarDay, until: CalendarDay?)] = []
    var start: CalendarDay?
    for day in days {
      let isIn = isIn(day)
      if isIn, start == nil { start = day }
      if !isIn, let from = start {
        stretches.append((from, day))
        start = nil
      }
    }
    if let start { stretches.append((start, nil)) }
    return stretches
  }

  private func isPresent(_ records: ApplicationRecords, on day: CalendarDay) -> Bool {
    var settings = settings
    settings.cutOff = day
    let state = DossierState(of: records, under: settings)
    guard state.standing.isInForce, case .region = judge.residence(of: state.firstPatentee) else {
      return false
    }
    return true
  }
}

extension LegalEventClass? {
  fileprivate var isEnd: Bool {
    switch self {
    case .lapsed, .abandoned, .expired, .invalidated, .revoked: true
    default: false
    }
  }
}
