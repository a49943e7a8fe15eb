import Records

/// The events of one application in the order in which they take effect, each once.
///
/// Ordered by effective day, then day of publication, then an end before a restoration of the same
/// days, then PRSID.
///
/// Source: no text decides the order or which day of an event counts; the readings and their reasons
/// stand in `Decisions/0009-readings.md`.
struct EventTimeline {
  struct Entry {
    var event: LegalEvent
    /// Nil: neither the code nor the name decides.
    var eventClass: LegalEventClass?
    var effectiveOn: CalendarDay?
    /// The day that is compared with the cut-off; nil if the event has no day at all.
    var decidingDay: CalendarDay?
  }

  /// Events with a day, in order, whether before or after the cut-off.
  let dated: [Entry]
  /// Events without any readable day, in a fixed order.
  let undated: [Entry]
  private let cutOff: CalendarDay

  init(_ events: [LegalEvent], settings: AssemblySettings) {
    cutOff = settings.cutOff
    var entries = EventTimeline.withoutRedeliveries(events).map { event in
      EventTimeline.entry(event, settings: settings)
    }
    entries.sort(by: EventTimeline.precedes)
    dated = entries.filter { $0.decidingDay != nil && $0.effectiveOn != nil }
    undated = entries.filter { $0.decidingDay == nil || $0.effectiveOn == nil }
  }

  /// Whether the event has happened at the cut-off under the plan's reading.
  func counts(_ entry: Entry) -> Bool {
    guard let day = entry.decidingDay else { return false }
    return day <= cutOff
  }

  /// The events that have happened at the cut-off, in order.
  var counted: [Entry] { dated.filter { counts($0) } }

  private static func entry(_ event: LegalEvent, settings: AssemblySettings) -> Entry {
    let eventClass = settings.classify(event)
    let effective = event.effectiveDay(as: eventClass)
    let deciding: CalendarDay?
    switch settings.eventDate {
    case .effective: deciding = effective
    case .published: deciding = event.publishedOn ?? effective
    }
    return Entry(
      event: event, eventClass: eventClass, effectiveOn: effective, decidingDay: deciding)
  }

  /// Keeps the newest delivery of each event and drops exact repetitions.
  ///
  /// An event is delivered again when PRSID, code and day of publication are the same; a PRSID alone
  /// is not trusted to be unique beyond its file.
  private static func withoutRedeliveries(_ events: [LegalEvent]) -> [LegalEvent] {
    guard events.count > 1 else { return events }
    var kept: [Identity: LegalEvent] = [:]
    for event in events {
      let identity = Identity(event)
      if let other = kept[identity], !isOlder(other, than: event) { continue }
      kept[identity] = event
    }
    return Array(kept.values)
  }

  private struct Identity: Hashable {
    let identifier: String?
    let code: String?
    let name: String?
    let publishedOn: CalendarDay?
    let details: [LegalEvent.Detail]

    init(_ event: LegalEvent) {
      let hasIdentifier = event.identifier.map { !$0.isEmpty } ?? false
      identifier = hasIdentifier ? event.identifier : nil
      code = event.code
      name = event.code == nil || !hasIdentifier ? event.name : nil
      publishedOn = event.publishedOn
      details = hasIdentifier ? [] : event.details
    }
  }

  private static func isOlder(_ left: LegalEvent, than right: LegalEvent) -> Bool {
    let leftDay = left.producedOn?.number ?? 0
    let rightDay = right.producedOn?.number ?? 0
    if leftDay != rightDay { return leftDay < rightDay }
    switch (left.digest, right.digest) {
    case (nil, .some): return true
    case (.some(let leftDigest), .some(let rightDigest)) where leftDigest != rightDigest:
      return leftDigest < rightDigest
    case (.some, nil): return false
    default: return comparesAsText(left, right)
    }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    let leftDay = left.effectiveOn?.number ?? 0
    let rightDay = right.effectiveOn?.number ?? 0
    if leftDay != rightDay { return leftDay < rightDay }
    let leftPublished = left.event.publishedOn?.number ?? 0
    let rightPublished = right.event.publishedOn?.number ?? 0
    if leftPublished != rightPublished { return leftPublished < rightPublished }
    let leftRestores = left.eventClass == .restored
    let rightRestores = right.eventClass == .restored
    if leftRestores != rightRestores { return rightRestores }
    let leftNumber = left.event.identifier ?? ""
    let rightNumber = right.event.identifier ?? ""
    if leftNumber != rightNumber { return numbersPrecede(leftNumber, rightNumber) }
    return comparesAsText(left.event, right.event)
  }

  /// Compares two record numbers: as numbers if both are, else as text.
  private static func numbersPrecede(_ left: String, _ right: String) -> Bool {
    if let leftNumber = Int64(left), let rightNumber = Int64(right), leftNumber != rightNumber {
      return leftNumber < rightNumber
    }
    return left < right
  }

  /// A last, arbitrary but fixed order, so that no result depends on the order of arrival.
  private static func comparesAsText(_ left: LegalEvent, _ right: LegalEvent) -> Bool {
    func key(_ event: LegalEvent) -> [String] {
      [event.code ?? "", event.name ?? ""]
        + event.details.flatMap { [$0.label, $0.value] }
        + [
          event.producedOn?.isoText ?? "", event.digest?.text ?? "", event.source.file,
          event.source.member ?? "", String(event.source.offset), event.source.record ?? "",
        ]
    }
    return key(left).lexicographicallyPrecedes(key(right))
  }
}
