import Records
import ReferenceTables

/// One right of a simple family outside the Chinese mainland: what all publications of one
/// application and its legal events tell.
package struct FamilyRight: Hashable, Sendable {
  package var country: String
  /// The granting document, else the last one: `US8420588B2`.
  package var publication: String
  /// Nil where only documents of undecided kinds are known.
  package var isGranted: Bool?
  /// The day of the first granting document or event; nil if none has a day.
  package var grantedOn: CalendarDay?
  /// The day the right ended, unless it was restored after.
  package var endedOn: CalendarDay?
  /// Where the granting document, else the last one, was read.
  package var source: Source
  /// The numbers of all its documents, as they are joined by.
  package var joiningNumbers: [String]

  package init(
    country: String, publication: String, isGranted: Bool?, grantedOn: CalendarDay?,
    endedOn: CalendarDay?, source: Source, joiningNumbers: [String]
  ) {
    self.country = country
    self.publication = publication
    self.isGranted = isGranted
    self.grantedOn = grantedOn
    self.endedOn = endedOn
    self.source = source
    self.joiningNumbers = joiningNumbers
  }

  /// The rights of a family, by country and first number; Chinese and international ones are left out.
  ///
  /// Documents published after the cut-off are not looked at, and of events only those by the cut-off
  /// count. A right is granted if a document of a granting kind or an event of class `granted` tells
  /// so. An event of the end of a European patent in one state alone does not end it.
  package static func all(
    in family: WorldwideFamily, kinds: GrantKinds, cutOff: CalendarDay
  ) -> [FamilyRight] {
    let events = family.events.filter { event in
      (event.effectiveOn ?? event.publishedOn).map { $0 <= cutOff } ?? true
    }
    return groups(in: family, cutOff: cutOff).compactMap { group in
      guard let first = group.first, first.document.country != "CN", first.document.country != "WO"
      else { return nil }
      return right(of: group, events: events, kinds: kinds, cutOff: cutOff)
    }.sorted { ($0.country, $0.publication) < ($1.country, $1.publication) }
  }

  /// The publications of each application: joined by the application's number or the document's.
  private static func groups(
    in family: WorldwideFamily, cutOff: CalendarDay
  ) -> [[FamilyPublication]] {
    var groups: [[FamilyPublication]] = []
    for publication in current(family.publications)
    where publication.publishedOn?.day.map({ $0 <= cutOff }) ?? true {
      let index = groups.firstIndex { group in
        group.contains {
          $0.document.country == publication.document.country
            && ($0.document.joiningNumber == publication.document.joiningNumber
              || $0.application != nil && $0.application == publication.application)
        }
      }
      if let index { groups[index].append(publication) } else { groups.append([publication]) }
    }
    return groups
  }

  /// The last delivery of each document and format; documents withdrawn by it are left out.
  private static func current(_ publications: [FamilyPublication]) -> [FamilyPublication] {
    var last: [FamilyPublication] = []
    for publication in publications {
      if let previous = last.last, previous.document == publication.document,
        previous.format == publication.format
      {
        last[last.count - 1] = publication
      } else {
        last.append(publication)
      }
    }
    return last.filter { $0.status != .deleted }
  }

  private static func right(
    of group: [FamilyPublication], events: [FamilyEvent], kinds: GrantKinds, cutOff: CalendarDay
  ) -> FamilyRight? {
    let dated = group.enumerated().sorted {
      ($0.element.publishedOn?.number ?? 0, $0.offset)
        < ($1.element.publishedOn?.number ?? 0, $1.offset)
    }.map { $0.element }
    guard let last = dated.last else { return nil }
    var granting: FamilyPublication?
    var isUndecided = false
    for publication in dated {
      guard let kind = publication.document.kind else {
        isUndecided = true
        continue
      }
      switch kinds.grants(
        country: publication.document.country, kind: kind, publishedOn: publication.publishedOn?.day
      )
      {
      case .some(true):
        // A mention without a day was published by the day it was delivered, if by no earlier one.
        let isKnown =
          publication.publishedOn != nil || (publication.producedOn.map { $0 <= cutOff } ?? false)
        if isKnown { granting = granting ?? publication } else { isUndecided = true }
      case .some(false): break
      case nil: isUndecided = true
      }
    }
    let numbers = dated.map { $0.document.joiningNumber }
    let applications = Set(dated.compactMap { $0.application })
    let own = events.filter { event in
      event.country == last.document.country
        && (event.joiningNumber.map { numbers.contains($0) } ?? false
          || event.application.map { applications.contains($0) } ?? false)
    }
    let grant = own.first { $0.eventClass == .granted }
    let shown = granting ?? last
    return FamilyRight(
      country: last.document.country,
      publication: shown.document.country + shown.document.number.canonical
        + (shown.document.kind?.text ?? ""),
      isGranted: granting != nil || grant != nil ? true : isUndecided ? nil : false,
      grantedOn: [granting?.publishedOn?.day, grant.flatMap { $0.effectiveOn ?? $0.publishedOn }]
        .compactMap { $0 }.min(),
      endedOn: end(by: own), source: granting?.source ?? grant?.source ?? last.source,
      joiningNumbers: numbers)
  }

  /// The day of the first end since the last restoration; an end without a day counts as none.
  private static func end(by events: [FamilyEvent]) -> CalendarDay? {
    var end: CalendarDay?
    for event in events {
      let day = event.effectiveOn ?? event.publishedOn
      switch event.eventClass {
      case .lapsed, .expired, .invalidated, .revoked, .abandoned:
        // PG25 tells of one contracting state; the European patent stands in the others.
        if event.country == "EP", event.code == "PG25" { continue }
        end = end ?? day
      case .restored: end = nil
      default: break
      }
    }
    return end
  }
}
