import Records

/// Reads the records of a document of exchange documents or family members, with their events.
struct ExchangeReading {
  private let format: String
  private let document: ParsedDocument
  private let start: PublicationBuilder
  private var builder: PublicationBuilder
  private var events: [InpadocEventDraft] = []
  private var isInRecord = false
  /// Whether the service answers that there is no such document.
  private var isMissing = false
  /// Whether a record was found, be it one that was rejected.
  private(set) var hasRecords = false

  init(format: String, _ document: ParsedDocument) {
    self.format = format
    self.document = document
    var builder = PublicationBuilder(format: format, document)
    builder.defaultCountry = nil
    builder.numberForm = "docdb"
    builder.partyForms = Docdb.partyForms
    builder.defaultLanguage = "und"
    start = builder
    self.builder = builder
  }

  /// - Parameter other: takes the fields that belong to no record's publication or events.
  mutating func run(
    into output: inout ReadOutput, other: (CapturedFields.Item) -> Void = { _ in }
  ) {
    let captured = document.captured
    output.reserve(forRecordsOf: captured, field: PublicationField.record.rawValue)
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = PublicationField(rawValue: item.field) else {
        if item.field >= InpadocField.event.rawValue {
          take(event: item)
        } else {
          other(item)
        }
        continue
      }
      switch field {
      case .record:
        builder = start
        builder.start = Int(item.start)
        events.removeAll(keepingCapacity: true)
        hasRecords = true
        isInRecord = true
        isMissing = false
      case .recordEnd:
        if isInRecord { finish(end: Int(item.start), into: &output) }
        isInRecord = false
      case .rootStatus: takeStatus(item)
      default: builder.take(field, item)
      }
    }
  }

  /// Letters of CNIPA's meaning; a second letter V marks virtual documents.
  private mutating func takeStatus(_ item: CapturedFields.Item) {
    guard let text = document.text(item) else { return }
    isMissing = text == "not found"
    let letter = text.count == 2 && text.hasSuffix("V") ? text.prefix(1) : text[...]
    builder.status = DeliveryStatus(letter: letter)
  }

  private mutating func take(event item: CapturedFields.Item) {
    if item.field == InpadocField.event.rawValue {
      events.append(InpadocEventDraft(start: Int(item.start)))
    } else if let last = events.indices.last {
      events[last].take(item, document)
    }
  }

  private func finish(end: Int, into output: inout ReadOutput) {
    guard !isMissing else {
      var source = document.source
      source.offset = (builder.start ?? 0) + document.offset
      source.record = builder.root.number?.string
      output.reject(
        source, .noNumber,
        "the service's answer \"not found\" found in place of a document; ask for it again")
      return
    }
    let published = publications
    if published.count < 2 {
      builder.finish(end: end, into: &output)
    } else {
      for publication in published {
        var builder = builder
        builder.publications = [publication]
        builder.finish(end: end, into: &output)
      }
    }
    guard !events.isEmpty else { return }
    let reference = published.first ?? builder.root
    // A number that is none has rejected the publication with its reason; a Chinese event of it is
    // rejected too.
    let application = builder.applications.preferred(form: builder.numberForm)
      .flatMap { try? FiledNumber(draft: $0, country: reference.country?.string) }
    let publication = reference.publishedDocument
    for event in events {
      event.finish(
        format: format, document, publication: publication, application: application,
        into: &output)
    }
  }

  /// The publications of the record, each once: a family member may name several of its application.
  private var publications: [NumberDraft] {
    var kept: [NumberDraft] = []
    for draft in builder.publications
    where draft.dataFormat == builder.numberForm && draft.number != nil {
      let isKnown = kept.contains {
        $0.country == draft.country && $0.number == draft.number && $0.kind == draft.kind
      }
      if !isKnown { kept.append(draft) }
    }
    return kept
  }
}
