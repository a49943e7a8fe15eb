extension St96Trademark {
  static func statusPaths(_ mark: String) -> [FieldMap.Path] {
    let event = "\(mark)/MarkEventBag/MarkEvent"
    let publication = "\(mark)/PublicationBag/Publication"
    let assignment = "\(mark)/AssignmentBag/Assignment"
    return [
      .begin(event, TrademarkField.event),
      .text("\(event)/NationalMarkEvent/MarkEventCode", TrademarkField.eventCode),
      .text("\(event)/NationalMarkEvent/MarkEventDescriptionText", TrademarkField.eventName),
      .text("\(event)/MarkEventCategory", TrademarkField.eventOtherName),
      .text("\(event)/MarkEventDate", TrademarkField.eventDate),
      .begin(publication, TrademarkField.publication),
      .text("\(publication)/PublicationIdentifier", TrademarkField.eventIssue),
      .text("\(publication)/PublicationDate", TrademarkField.eventDate),
      .text(
        "\(publication)/NationalPublication/PublicationActionDate", TrademarkField.eventOtherDate),
      .begin(assignment, TrademarkField.event),
      .text("\(assignment)/AssignmentIdentifier", TrademarkField.eventIssue),
      .text("\(assignment)/AssignmentConveyanceCategory", TrademarkField.eventName),
      .text("\(assignment)/AssignmentExecutedDate", TrademarkField.eventDate),
      .text("\(assignment)/AssignmentRecordedDate", TrademarkField.eventOtherDate),
    ]
  }
}
