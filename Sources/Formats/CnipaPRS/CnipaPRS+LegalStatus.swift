import Records

/// The fields of one `PRSRecord`.
struct LegalEventDraft {
  /// The record's first byte in the parsed document.
  var start = 0
  var identifier: String?
  var applications: [NumberDraft] = []
  var publishedOn: CalendarDay?
  var code: String?
  var name: String?
  var details: [LegalEvent.Detail] = []

  mutating func take(
    _ field: CnipaPRS.Field, _ item: CapturedFields.Item, _ document: ParsedDocument
  ) {
    switch field {
    case .identifier: identifier = document.text(item)
    case .application: applications.append(NumberDraft())
    case .format:
      if let last = applications.indices.last {
        applications[last].dataFormat = document.fieldText(item)
      }
    case .number:
      if let last = applications.indices.last, applications[last].number == nil {
        applications[last].number = document.fieldValue(item)
      }
    case .publicationDate: publishedOn = publishedOn ?? document.date(item)?.day
    case .code: code = document.value(item)
    case .value: name = document.value(item)
    case .information: details += EventText.details(document.captured.bytes(item))
    default: break
    }
  }

  func finish(
    _ document: ParsedDocument, end: Int, givenOn: CalendarDay?, into output: inout ReadOutput
  ) {
    var source = document.source
    source.offset = start + document.offset
    source.record = identifier
    let number: ApplicationNumber
    switch PublicationParts.applicationNumber(applications) {
    case .success(let found): number = found
    case .failure(let fault):
      let code: Reject.Code
      if case .checkDigit = fault { code = .checkDigit } else { code = .noNumber }
      output.reject(source, code, fault.reason)
      return
    }
    var event = LegalEvent(format: CnipaPRS.id, source: source, applicationNumber: number)
    event.identifier = identifier
    event.code = code
    event.details = details
    event.name = name ?? event.value("法律状态")
    event.publishedOn = publishedOn ?? event.value("法律状态公告日").flatMap { CalendarDay($0) }
    event.producedOn = givenOn
    guard event.code != nil || event.name != nil else {
      output.reject(
        source, .badValue, "neither PRSCode nor PRSValue found, one of them expected")
      return
    }
    let bytes = UnsafeBufferPointer(
      rebasing: document.bytes[start..<min(end, document.bytes.count)])
    event.digest = document.digest(of: bytes)
    output.records.append(.event(event))
  }
}
