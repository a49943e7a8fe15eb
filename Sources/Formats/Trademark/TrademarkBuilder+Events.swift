import Records

extension TrademarkBuilder {
  /// An event while its fields are read. Of its dates the effective one counts, else that of the
  /// recording, else that of the notice.
  struct EventDraft {
    var code: FieldText?
    var name: FieldText?
    var date: PartialDate?
    var issue: FieldText?
    var publishedOn: PartialDate?
    var offices: [FieldText] = []
    var otherDate: PartialDate?
    var lastDate: PartialDate?
  }

  mutating func takeEvent(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .event: events.append(EventDraft())
    case .publication: events.append(EventDraft(name: "Publication"))
    case .opposition: events.append(EventDraft(name: "Opposition"))
    default:
      guard !events.isEmpty else { return }
      set(field, item, of: &events[events.count - 1])
    }
  }

  private func set(
    _ field: TrademarkField, _ item: CapturedFields.Item, of draft: inout EventDraft
  ) {
    switch field {
    case .eventCode: draft.code = draft.code ?? text(item)
    case .eventName: if let text = text(item) { draft.name = text }
    case .eventOtherName: draft.name = draft.name ?? text(item)
    case .eventDate: draft.date = draft.date ?? date(item)
    case .eventOtherDate: draft.otherDate = draft.otherDate ?? date(item)
    case .eventLastDate: draft.lastDate = draft.lastDate ?? date(item)
    case .eventIssue: draft.issue = draft.issue ?? text(item)
    case .eventPublishedOn: draft.publishedOn = draft.publishedOn ?? date(item)
    case .eventOffice: if let text = text(item) { draft.offices.appendOnce(text) }
    default: break
    }
  }

  /// Begins the event of an element that is named for it.
  mutating func takeEventElement(_ field: UInt16) {
    let index = Int(field) - Int(TrademarkField.firstEventElement)
    guard settings.eventElements.indices.contains(index) else { return }
    let element = settings.eventElements[index]
    events.append(EventDraft(code: element.code, name: element.name))
  }

  /// The events of which more is known than that there was one.
  func finishedEvents() -> [TrademarkEvent] {
    events.compactMap { draft in
      let date = draft.date ?? draft.otherDate ?? draft.lastDate
      // Some offices repeat the mark's number in place of the gazette's issue.
      let issue = draft.issue == applicationNumber ? nil : draft.issue
      guard draft.code != nil || date != nil || issue != nil else { return nil }
      var event = TrademarkEvent(
        code: draft.code?.string, name: draft.name?.string, date: date, issue: issue?.string)
      event.publishedOn = draft.publishedOn
      event.offices = draft.offices.map { $0.string }
      return event
    }
  }
}
