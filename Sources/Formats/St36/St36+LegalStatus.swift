import Records

extension St36 {
  static func legalStatusPaths(_ root: String) -> [FieldMap.Path] {
    let event = "\(root)/legal-data/legal-event"
    return [
      .range(event, begin: Field.event, end: Field.eventEnd),
      .text("\(event)/publication-date/date", Field.eventDate),
      .text("\(event)/event-code-1", Field.eventCode),
      .text("\(event)/event-code-2", Field.secondCode),
      .text("\(event)/legal-description", Field.eventName),
      .text("\(event)/effect", Field.effect),
      .text("\(event)/status-identifier", Field.statusIdentifier),
      .text("\(event)/docdb-publication-number", Field.docdbNumber),
      .text("\(event)/designated-state-authority/country", Field.designatedState),
      .text("\(event)/designated-state-event-code", Field.designatedStateCode),
      .text("\(event)/designated-state-description", Field.designatedStateName),
      .text("\(event)/corresponding-publication-number", Field.correspondingNumber),
      .text("\(event)/corresponding-authority/country", Field.correspondingOffice),
    ]
  }

  /// The labels of details are the elements' names.
  private static func label(_ field: Field) -> String? {
    switch field {
    case .secondCode: return "event-code-2"
    case .effect: return "effect"
    case .statusIdentifier: return "status-identifier"
    case .docdbNumber: return "docdb-publication-number"
    case .designatedState: return "designated-state-authority"
    case .designatedStateCode: return "designated-state-event-code"
    case .designatedStateName: return "designated-state-description"
    case .correspondingNumber: return "corresponding-publication-number"
    case .correspondingOffice: return "corresponding-authority"
    default: return nil
    }
  }

  /// Makes the events of a document; they concern its application.
  static func readEvents(
    _ document: ParsedDocument, of patent: PatentPublication, into output: inout ReadOutput
  ) {
    var start = 0
    var event: LegalEvent?
    let captured = document.captured
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = Field(rawValue: item.field) else { continue }
      switch field {
      case .event:
        start = Int(item.start)
        event = newEvent(of: patent, at: start + document.offset, in: document)
      case .eventEnd:
        if let event { finish(event, document, start..<Int(item.start), into: &output) }
        event = nil
      case .eventDate: event?.publishedOn = document.date(item)?.day
      case .eventCode: event?.code = document.value(item)
      case .eventName: event?.name = document.value(item)
      default:
        guard let label = label(field), let value = document.value(item) else { continue }
        event?.details.append(LegalEvent.Detail(label: label, value: value))
        if field == .docdbNumber, let named = publishedDocument(value) {
          event?.publication = named
        }
      }
    }
  }

  /// Tells of each event of a document that was rejected: it concerns the document's application, which
  /// is not known.
  static func rejectEvents(_ document: ParsedDocument, into output: inout ReadOutput) {
    let captured = document.captured
    for index in 0..<captured.count
    where Field(rawValue: captured.items[index].field) == .event {
      var source = document.source
      source.offset = Int(captured.items[index].start) + document.offset
      output.reject(
        source, .noNumber,
        "a legal event of a document that was rejected; it can be read when the document can")
    }
  }

  private static func newEvent(
    of patent: PatentPublication, at offset: Int, in document: ParsedDocument
  ) -> LegalEvent {
    var source = document.source
    source.offset = offset
    var event = LegalEvent(
      format: id, source: source, country: patent.country, application: patent.application,
      publication: PublishedDocument(
        country: patent.country, number: patent.publicationNumber, kind: patent.kind))
    event.producedOn = patent.producedOn
    return event
  }

  private static func finish(
    _ event: LegalEvent, _ document: ParsedDocument, _ range: Range<Int>,
    into output: inout ReadOutput
  ) {
    guard event.code != nil || event.name != nil else {
      output.reject(
        event.source, .badValue,
        "neither event-code-1 nor legal-description found, one of them expected")
      return
    }
    var event = event
    event.digest = document.digest(
      of: UnsafeBufferPointer(
        rebasing: document.bytes[range.lowerBound..<min(range.upperBound, document.bytes.count)]))
    output.records.append(.event(event))
  }

  /// The document of the EPO's columns, `CN   101096965A`.
  static func publishedDocument(_ text: String) -> PublishedDocument? {
    let columns = text.split(separator: " ").map { String($0) }
    guard columns.count == 2, columns[0].utf8.count == 2,
      let letter = columns[1].lastIndex(where: { $0.isLetter }), letter > columns[1].startIndex,
      let kind = KindCode(columns[1][letter...]),
      let number = PublicationNumber(country: columns[0], columns[1][..<letter])
    else { return nil }
    return PublishedDocument(country: columns[0], number: number, kind: kind)
  }
}
