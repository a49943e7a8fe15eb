import Records

/// The grant of an application, from its publications or, where these lack, from its events.
///
/// B and C documents and their corrections (B8, B9, C8, C9) are deliveries of one publication, the
/// grant publication. The newest of them all gives parties and title, the earliest date among its
/// documents is the day of grant. If the newest is a withdrawal (status D) the application is not
/// granted, whatever its events say.
///
/// Source: 专利法 (2020) art. 39: an invention patent takes effect on the day its grant is published.
/// Which delivery speaks, and what a withdrawal means: `Decisions/0009-readings.md`.
package struct Grant: Hashable, Sendable {
  package var date: CalendarDay
  package var because: [Evidence]

  package init(date: CalendarDay, because: [Evidence]) {
    self.date = date
    self.because = because
  }
}

/// What publications and events say of the grant at a cut-off.
enum GrantFinding {
  case granted(Grant)
  /// No grant is known, or it lies after the cut-off.
  case notGranted
  /// The newest delivery of the grant publication withdraws it.
  case withdrawn(because: [Evidence])
  /// There is a grant publication, but no readable date of it and no event.
  case undated(because: [Evidence])

  /// Judges the deliveries of the grant publication (`grants`, oldest first) and the events.
  init(grants: [PublicationDelivery], timeline: EventTimeline, settings: AssemblySettings) {
    if let newest = grants.last, newest.status == .deleted {
      self = .withdrawn(because: [
        Evidence(
          rule: GrantFinding.rule, source: newest.source, field: "status",
          value: "\(newest.number.canonical) \(newest.kind.text) 撤回", date: newest.producedOn)
      ])
      return
    }
    let published = GrantFinding.earliestPublication(grants)
    let publishedDay = published.flatMap { $0.publicationDate?.day }
    let event = timeline.counted.first { $0.eventClass == .granted }
    if let published, let publishedDay, publishedDay <= settings.cutOff {
      self = .granted(
        Grant(
          date: publishedDay,
          because: [
            Evidence(
              rule: GrantFinding.rule, source: published.source, field: "publication_date",
              value: "\(published.number.canonical) \(published.kind.text)", date: publishedDay)
          ]))
    } else if let event, let day = event.effectiveOn {
      self = .granted(
        Grant(date: day, because: [event.evidence(rule: GrantFinding.rule, settings: settings)]))
    } else if let newest = grants.last, publishedDay == nil {
      self = .undated(because: [
        Evidence(
          rule: GrantFinding.rule, source: newest.source, field: "kind",
          value: "\(newest.number.canonical) \(newest.kind.text)")
      ])
    } else {
      self = .notGranted
    }
  }

  private static let rule = "granted"

  /// The document with the earliest day among the winning deliveries of each document.
  private static func earliestPublication(_ grants: [PublicationDelivery]) -> PublicationDelivery? {
    var winners: [PublicationDelivery] = []
    for delivery in grants where delivery.publicationDate?.day != nil {
      let same = winners.firstIndex { $0.number == delivery.number && $0.kind == delivery.kind }
      if let same { winners[same] = delivery } else { winners.append(delivery) }
    }
    return winners.min {
      ($0.publicationDate?.number ?? 0, $0.kind, $0.number)
        < ($1.publicationDate?.number ?? 0, $1.kind, $1.number)
    }
  }
}
