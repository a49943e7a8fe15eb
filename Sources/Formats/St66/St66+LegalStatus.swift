extension St66 {
  static func statusPaths(_ mark: String) -> [FieldMap.Path] {
    let event = "\(mark)/MarkEventDetails/MarkEvent"
    let publication = "\(mark)/PublicationDetails/Publication"
    let opposition = "\(mark)/OppositionDetails/Opposition"
    let record = "\(mark)/MarkRecordDetails/MarkRecord/BasicRecord"
    let assignment = "\(mark)/AssignmentBagExt/Assignment"
    return [
      .begin(assignment, TrademarkField.event),
      .text("\(assignment)/AssignmentIdentifier", TrademarkField.eventIssue),
      .text("\(assignment)/AssignmentConveyanceCategory", TrademarkField.eventName),
      .text("\(assignment)/Assignor/AssignmentExecutionDate", TrademarkField.eventDate),
      .text("\(assignment)/AssignmentRecordedDate", TrademarkField.eventOtherDate),
      .text("\(mark)/IPOPublicMarkCurrentStatusCode", TrademarkField.britishStatus),
      .begin(event, TrademarkField.event),
      .text("\(event)/MarkEventCode", TrademarkField.eventCode),
      .text("\(event)/MarkEventDate", TrademarkField.eventDate),
      .text("\(event)/MarkEventExt/MarkEventInternalDescriptionText", TrademarkField.eventName),
      .text("\(event)/OfficeSpecificMarkEventDescription", TrademarkField.eventName),
      .text("\(event)/OfficeSpecificMarkEventName", TrademarkField.eventOtherName),
      .begin(publication, TrademarkField.publication),
      .text("\(publication)/PublicationIdentifier", TrademarkField.eventIssue),
      .text("\(publication)/PublicationSection", TrademarkField.eventCode),
      .text("\(publication)/PublicationDate", TrademarkField.eventDate),
      .begin(opposition, TrademarkField.opposition),
      .text("\(opposition)/OppositionDate", TrademarkField.eventDate),
      .begin(record, TrademarkField.event),
      .text("\(record)/BasicRecordKind", TrademarkField.eventName),
      .text("\(record)/RecordEffectiveDate", TrademarkField.eventDate),
      .text("\(record)/RecordFilingDate", TrademarkField.eventOtherDate),
      .text("\(record)/RecordCurrentStatusDate", TrademarkField.eventOtherDate),
    ]
  }
}
