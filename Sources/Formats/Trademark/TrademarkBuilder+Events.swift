import Records

extension TrademarkBuilder {
  mutating func takeEvent(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .event: events.append(TrademarkEvent())
    case .publication: events.append(TrademarkEvent(name: "Publication"))
    case .opposition: events.append(TrademarkEvent(name: "Opposition"))
    default:
      guard let last = events.indices.last else { return }
      switch field {
      case .eventCode: events[last].code = events[last].code ?? text(item)
      case .eventName: if let text = text(item) { events[last].name = text }
      case .eventOtherName: events[last].name = events[last].name ?? text(item)
      case .eventDate: if let date = date(item) { events[last].date = date }
      case .eventOtherDate: events[last].date = events[last].date ?? date(item)
      case .eventIssue: events[last].issue = events[last].issue ?? text(item)
      case .eventPublishedOn: events[last].publishedOn = events[last].publishedOn ?? date(item)
      case .eventOffice: if let text = text(item) { events[last].offices.appendOnce(text) }
      default: break
      }
    }
  }

  /// Begins the event of an element that is named for it.
  mutating func takeEventElement(_ field: UInt16) {
    let index = Int(field) - Int(TrademarkField.firstEventElement)
    guard settings.eventElements.indices.contains(index) else { return }
    let element = settings.eventElements[index]
    events.append(TrademarkEvent(code: element.code, name: element.name))
  }
}
