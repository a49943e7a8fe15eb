import Records

/// The fields of one legal event of an exchange document or family member.
struct InpadocEventDraft {
  /// The element of the day the event takes effect.
  private static let effectiveDay = InpadocField.detail(525)

  /// The event's first byte in the parsed document.
  let start: Int
  private(set) var end = 0
  private var code: FieldText?
  private var codeElement: FieldText?
  private var name: FieldText?
  private var influence: FieldText?
  private var country: FieldText?
  private var numberKind: FieldText?
  private var number: FieldText?
  private var kind: FieldText?
  private var publishedOn: CalendarDay?
  private var effectiveOn: CalendarDay?
  private var producedOn: CalendarDay?
  private var referredName: FieldText?
  private var label: String?
  private var details: [LegalEvent.Detail] = []

  init(start: Int) { self.start = start }

  mutating func take(_ item: CapturedFields.Item, _ document: ParsedDocument) {
    guard let field = InpadocField(rawValue: item.field) else {
      takeDetail(item, document)
      return
    }
    switch field {
    case .event: break
    case .eventEnd: end = Int(item.start)
    case .code: code = document.fieldText(item)
    case .codeElement: codeElement = document.fieldText(item)
    case .name: name = document.fieldText(item)
    case .influence: influence = document.fieldText(item)
    case .country: country = document.fieldValue(item)
    case .numberKind: numberKind = document.fieldValue(item)
    case .number: number = document.fieldValue(item)
    case .kind: kind = document.fieldValue(item)
    case .gazetteDay: publishedOn = document.date(item)?.day
    case .exchangedOn: producedOn = document.date(item)?.day
    case .referredName: referredName = document.fieldText(item)
    }
  }

  /// Elements L501EP to L540EP: the service's own name of the element is the label.
  private mutating func takeDetail(_ item: CapturedFields.Item, _ document: ParsedDocument) {
    let position = item.field - InpadocField.firstDetail
    if position >= InpadocField.labelOffset {
      label = document.text(item)
      return
    }
    let label = label ?? "L\(InpadocField.details.lowerBound + Int(position))EP"
    self.label = nil
    if item.field == InpadocEventDraft.effectiveDay, let day = document.date(item)?.day {
      effectiveOn = day
    } else if let value = document.text(item) {
      details.append(LegalEvent.Detail(label: label, value: value))
    }
    if let name = referredName {
      details.append(LegalEvent.Detail(label: "\(label) Description", value: name.string))
      referredName = nil
    }
  }

  /// Makes the event, or a reject that says what is missing.
  ///
  /// - Parameters:
  ///   - publication: the publication the event stands with.
  ///   - application: the application of that publication.
  func finish(
    format: String, _ document: ParsedDocument, publication: PublishedDocument?,
    application: FiledNumber?, into output: inout ReadOutput
  ) {
    var source = document.source
    source.offset = start + document.offset
    guard let country = country?.string ?? publication?.country ?? application?.country else {
      output.reject(
        source, .badValue, "a legal event without L001EP found, the code of an office expected")
      return
    }
    guard let code = (code ?? codeElement)?.string else {
      output.reject(
        source, .badValue, "a legal event without a code found, one such as PG25 expected")
      return
    }
    var named = publication?.country == country ? publication : nil
    var filed = application?.country == country ? application : nil
    var unread: LegalEvent.Detail?
    if let number {
      if numberKind == "P" {
        if let given = PublicationNumber(country: country, number.string) {
          let kind = kind.flatMap { KindCode($0.string) }
          if given != named?.number { filed = country == "CN" ? filed : nil }
          named = PublishedDocument(country: country, number: given, kind: kind)
        }
      } else {
        var draft = NumberDraft()
        draft.number = number
        draft.kind = kind
        do throws(ApplicationNumberFault) {
          filed = try FiledNumber(draft: draft, country: country)
        } catch {
          // The event stands with its publication; what it names itself is kept as it is.
          unread = LegalEvent.Detail(label: "L003EP", value: number.string)
        }
      }
    }
    guard named != nil || filed != nil, country != "CN" || filed != nil else {
      source.record = number?.string
      output.reject(
        source, .noNumber,
        "legal event \(code) with \(number.map { "number \"\($0)\"" } ?? "no number") found, an "
          + "application or publication of \(country) expected in L003EP")
      return
    }
    var event = LegalEvent(
      format: format, source: source, country: country, application: filed, publication: named)
    event.code = code
    event.name = name?.string
    event.publishedOn = publishedOn
    event.effectiveOn = effectiveOn
    event.producedOn = producedOn
    if let influence {
      event.details.append(LegalEvent.Detail(label: "Influence", value: influence.string))
    }
    event.details += details
    if let unread { event.details.append(unread) }
    let range = start..<min(max(end, start), document.bytes.count)
    event.digest = document.digest(of: UnsafeBufferPointer(rebasing: document.bytes[range]))
    output.records.append(.event(event))
  }
}
