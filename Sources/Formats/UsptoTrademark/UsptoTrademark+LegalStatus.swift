extension UsptoTrademark {
  static func statusPaths(_ caseFile: String, _ madrid: String) -> [FieldMap.Path] {
    let event = "\(caseFile)/case-file-event-statements/case-file-event-statement"
    let history = "\(madrid)/madrid-history-events/madrid-history-event"
    var paths: [FieldMap.Path] = [
      .text("\(caseFile)/case-file-header/status-code", TrademarkField.status),
      .text("\(caseFile)/case-file-header/status-date", TrademarkField.statusDate),
    ]
    for event in [event, history] {
      paths += [
        .begin(event, TrademarkField.event),
        .text("\(event)/code", TrademarkField.eventCode),
        .text("\(event)/description-text", TrademarkField.eventName),
        .text("\(event)/date", TrademarkField.eventDate),
      ]
    }
    return paths
  }
}
