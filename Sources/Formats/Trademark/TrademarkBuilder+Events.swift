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

    mutating func take(_ field: TrademarkField, _ value: PartialDate) {
      switch field {
      case .eventDate: date = date ?? value
      case .eventOtherDate: otherDate = otherDate ?? value
      case .eventLastDate: lastDate = lastDate ?? value
      default: publishedOn = publishedOn ?? value
      }
    }

    mutating func take(_ field: TrademarkField, _ text: FieldText) {
      switch field {
      case .eventCode: code = code ?? text
      case .eventName: name = text
      case .eventOtherName: name = name ?? text
      case .eventIssue: issue = issue ?? text
      case .eventOffice: offices.appendOnce(text)
      default: break
      }
    }
  }

  mutating func takeEvent(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .event: events.append(EventDraft())
    case .publication: events.append(EventDraft(name: "Publication"))
    case .opposition: events.append(EventDraft(name: "Opposition"))
    default:
      guard !events.isEmpty else { return }
      switch field {
      case .eventDate, .eventOtherDate, .eventLastDate, .eventPublishedOn:
        guard let date = date(item) else { return }
        events[events.count - 1].take(field, date)
      default:
        guard let text = text(item) else { return }
        events[events.count - 1].take(field, text)
      }
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
