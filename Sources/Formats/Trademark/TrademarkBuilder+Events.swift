import Records

extension TrademarkBuilder {
  /// An event while its fields are read. Of its dates the effective one counts, else that of the
  /// recording, else that of the notice.
  struct EventDraft {
    var event = TrademarkEvent()
    var otherDate: PartialDate?
    var lastDate: PartialDate?
  }

  mutating func takeEvent(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .event: events.append(EventDraft())
    case .publication: events.append(EventDraft(event: TrademarkEvent(name: "Publication")))
    case .opposition: events.append(EventDraft(event: TrademarkEvent(name: "Opposition")))
    default:
      guard !events.isEmpty else { return }
      set(field, item, of: &events[events.count - 1])
    }
  }

  private func set(
    _ field: TrademarkField, _ item: CapturedFields.Item, of draft: inout EventDraft
  ) {
    switch field {
    case .eventCode: draft.event.code = draft.event.code ?? text(item)
    case .eventName: if let text = text(item) { draft.event.name = text }
    case .eventOtherName: draft.event.name = draft.event.name ?? text(item)
    case .eventDate: draft.event.date = draft.event.date ?? date(item)
    case .eventOtherDate: draft.otherDate = draft.otherDate ?? date(item)
    case .eventLastDate: draft.lastDate = draft.lastDate ?? date(item)
    case .eventIssue: draft.event.issue = draft.event.issue ?? text(item)
    case .eventPublishedOn: draft.event.publishedOn = draft.event.publishedOn ?? date(item)
    case .eventOffice: if let text = text(item) { draft.event.offices.appendOnce(text) }
    default: break
    }
  }

  /// Begins the event of an element that is named for it.
  mutating func takeEventElement(_ field: UInt16) {
    let index = Int(field) - Int(TrademarkField.firstEventElement)
    guard settings.eventElements.indices.contains(index) else { return }
    let element = settings.eventElements[index]
    events.append(EventDraft(event: TrademarkEvent(code: element.code, name: element.name)))
  }

  /// The events of which more is known than that there was one.
  func finishedEvents() -> [TrademarkEvent] {
    events.compactMap { draft in
      var event = draft.event
      event.date = event.date ?? draft.otherDate ?? draft.lastDate
      // Some offices repeat the mark's number in place of the gazette's issue.
      if event.issue == applicationNumber { event.issue = nil }
      return event.code != nil || event.date != nil || event.issue != nil ? event : nil
    }
  }
}
