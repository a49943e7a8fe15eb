import Records

/// Collects the fields of one mark and makes the record of them.
struct TrademarkBuilder {
  /// What differs between formats.
  struct Settings {
    /// The office of documents that do not name it.
    var office: FieldText?
    /// Years of dates may be those of the Republic of China, 109 for 2020.
    var usesMinguoYears = false
    /// Marks filed before stand in an office's own classification.
    var nationalClassesBefore: PartialDate?
    /// The class under which a system puts what it has not classified.
    var placeholderClass: FieldText?
    /// The elements whose begin is an event, in the order of their fields.
    var eventElements: [EventElement] = []
    /// The element of a mark, for messages.
    var element = "TradeMark"
  }

  /// An element that is an event, and what the event is called.
  struct EventElement {
    var code: FieldText
    var name: FieldText
  }

  /// A statement of USPTO's: `GS0091` and its text.
  struct Statement {
    var type: FieldText?
    var text: FieldText?
  }

  struct PriorityDraft {
    var country: FieldText?
    var number: FieldText?
    /// The number of a registration, where that of the application is not given.
    var other: FieldText?
    var date: PartialDate?
  }

  let format: String
  let document: ParsedDocument
  let settings: Settings
  /// Where the record begins in the document's bytes.
  var start = 0
  var producedOn: CalendarDay?
  var delivery: DeliveryStatus?
  var office: FieldText?
  var originOffice: FieldText?
  var applicationNumber: FieldText?
  var registrationNumber: FieldText?
  var internationalNumber: FieldText?
  var filingDate: PartialDate?
  var registrationDate: PartialDate?
  var expiryDate: PartialDate?
  var status: FieldText?
  var statusDate: PartialDate?
  var name: FieldText?
  var otherName: FieldText?
  var kinds: [Trademark.Kind] = []
  var feature: Trademark.Feature?
  var isGeographicalIndication: Bool?
  var goods: [GoodsDraft] = []
  var statements: [Statement] = []
  var holders: [TrademarkPartyDraft] = []
  var formerHolders: [TrademarkPartyDraft] = []
  var representatives: [TrademarkPartyDraft] = []
  var holderIdentifiers: [FieldText] = []
  var priorities: [PriorityDraft] = []
  var designations: [FieldText] = []
  var basicNumbers: [FieldText] = []
  var events: [EventDraft] = []
  /// The kind of party whose fields are being read, and the language of the text to come.
  var party: TrademarkField = .holder
  var language: FieldText?

  init(format: String, _ document: ParsedDocument, _ settings: Settings) {
    self.format = format
    self.document = document
    self.settings = settings
  }

  /// Reads all fields of the document and makes its marks.
  ///
  /// Parties that stand beside a mark belong to it where it is the only one of its transaction, or
  /// by their identifiers; a document without a mark is a reject.
  static func read(
    format: String, _ document: ParsedDocument, _ settings: Settings, into output: inout ReadOutput
  ) {
    let blank = TrademarkBuilder(format: format, document, settings)
    // What stands outside of marks: dates for all of them, parties for those of a transaction.
    var outside = blank
    var builder = blank
    var pending: [(mark: TrademarkBuilder, end: Int)] = []
    var transaction: Int?
    var isInRecord = false
    var count = 0
    let captured = document.captured
    output.reserve(forRecordsOf: captured, field: TrademarkField.record.rawValue)
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = TrademarkField(rawValue: item.field) else {
        if isInRecord { builder.takeEventElement(item.field) }
        continue
      }
      switch field {
      case .transaction: transaction = Int(item.start)
      case .transactionEnd:
        flush(&pending, &outside, transaction, Int(item.start), into: &output)
        transaction = nil
      case .record:
        isInRecord = true
        builder = blank
        builder.start = Int(item.start)
      case .recordEnd:
        guard isInRecord else { continue }
        isInRecord = false
        count += 1
        if transaction == nil, outside.holders.isEmpty {
          builder.finish(alone: Int(item.start), outside, into: &output)
          continue
        }
        pending.append((builder, Int(item.start)))
        if transaction == nil { flush(&pending, &outside, nil, Int(item.start), into: &output) }
      default:
        if isInRecord { builder.take(field, item) } else { outside.take(field, item) }
      }
    }
    flush(&pending, &outside, transaction, document.bytes.count, into: &output)
    if count == 0 {
      let parties = outside.holders.count + outside.representatives.count
      output.reject(
        document.source, .noNumber,
        parties > 0
          ? "\(parties) applicants or representatives without a mark found, <\(settings.element)> "
            + "expected; a file of parties alone is not joined, deliver marks with their holders"
          : "no <\(settings.element)> found in a valid document, at least one expected")
    }
  }

  /// Finishes a mark with parties of its own.
  private mutating func finish(
    alone end: Int, _ outside: TrademarkBuilder, into output: inout ReadOutput
  ) {
    producedOn = producedOn ?? outside.producedOn
    office = office ?? outside.office
    finish(start..<end, into: &output)
  }

  private static func flush(
    _ pending: inout [(mark: TrademarkBuilder, end: Int)], _ outside: inout TrademarkBuilder,
    _ transaction: Int?, _ end: Int, into output: inout ReadOutput
  ) {
    for (mark, markEnd) in pending {
      var mark = mark
      var range = mark.start..<markEnd
      mark.producedOn = mark.producedOn ?? outside.producedOn
      mark.office = mark.office ?? outside.office
      if !outside.holders.isEmpty, mark.holders.isEmpty {
        if !mark.holderIdentifiers.isEmpty {
          mark.holders = outside.holders.filter { party in
            party.identifier.map { mark.holderIdentifiers.contains($0) } ?? false
          }
        } else if pending.count == 1 {
          mark.holders = outside.holders
          mark.representatives += outside.representatives
        } else {
          output.reject(
            mark.place, .badValue,
            "applicants stand beside \(pending.count.counted("mark")) without identifiers to tell whose they "
              + "are; deliver each mark in a transaction of its own")
          continue
        }
        // The record is what the mark and its parties stand in.
        if let transaction { range = min(transaction, mark.start)..<max(end, markEnd) }
      }
      mark.finish(range, into: &output)
    }
    if pending.isEmpty { return }
    outside.holders = []
    outside.representatives = []
    pending = []
  }

  /// The record's place, with its number for messages.
  var place: Source {
    var source = document.source
    source.offset = start + document.offset
    source.record = (registrationNumber ?? applicationNumber ?? internationalNumber)?.string
    return source
  }

  mutating func take(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .producedOn: producedOn = producedOn ?? date(item)?.day
    case .delivery: delivery = text(item).flatMap { DeliveryStatus(operation: $0.string) }
    case .office: office = office ?? text(item)
    case .originOffice: originOffice = text(item)
    case .applicationNumber: applicationNumber = applicationNumber ?? number(item)
    case .registrationNumber: registrationNumber = registrationNumber ?? number(item)
    case .internationalNumber: internationalNumber = internationalNumber ?? number(item)
    case .filingDate: filingDate = filingDate ?? date(item)
    case .registrationDate: registrationDate = registrationDate ?? date(item)
    case .expiryDate: expiryDate = expiryDate ?? date(item)
    case .status: status = status ?? text(item)
    case .britishStatus:
      status = status ?? text(item)
      office = office ?? "GB"
    case .statusDate: statusDate = statusDate ?? date(item)
    case .name: name = name ?? text(item)
    case .otherName: otherName = otherName ?? text(item)
    case .kind:
      if let text = text(item) {
        kinds.appendOnce(Trademark.Kind(words: text))
        if text.holds("產地") { isGeographicalIndication = true }
      }
    case .kindNumber:
      // 0 is a mark, 3 the mark of an association; what other numbers mean is not known.
      switch text(item) {
      case "0": kinds.appendOnce(.individual)
      case "3": kinds.appendOnce(.collective)
      case nil: break
      default: kinds.appendOnce(.other)
      }
    case .isIndividual: if isTrue(item) { kinds.appendOnce(.individual) }
    case .isCollective: if isTrue(item) { kinds.appendOnce(.collective) }
    case .isCertification: if isTrue(item) { kinds.appendOnce(.certification) }
    case .isOtherKind: kinds.appendOnce(.other)
    case .isThreeDimensional: if isTrue(item) { feature = .threeDimensional }
    case .hasThreeDimensionalMark: feature = .threeDimensional
    case .isSound: feature = .sound
    case .isColour: feature = feature ?? .colour
    case .isStandardCharacters: feature = feature ?? .word
    case .feature: feature = feature ?? text(item).flatMap { Trademark.Feature(words: $0) }
    case .drawingCode:
      feature = feature ?? text(item).flatMap { Trademark.Feature(drawingCode: $0) }
    case .goodsServices, .goodsKind, .goodsEdition, .goodsStatus, .primeClass, .classification,
      .classificationKind, .classificationSymbol, .description, .descriptionClass, .classStatus,
      .goods, .goodsLanguage, .goodsEnglish, .goodsFrench, .goodsSpanish, .similarGroups,
      .statement, .statementType, .statementText:
      takeGoods(field, item)
    case .priority: priorities.append(PriorityDraft())
    case .priorityNumber, .priorityOtherNumber, .priorityDate, .priorityCountry:
      takePriority(field, item)
    case .designation: if let text = text(item) { designations.appendOnce(text) }
    case .basicNumber: if let text = number(item) { basicNumbers.appendOnce(text) }
    case .publication, .opposition, .event, .eventCode, .eventName, .eventOtherName, .eventDate,
      .eventOtherDate, .eventLastDate, .eventIssue, .eventPublishedOn, .eventOffice:
      takeEvent(field, item)
    default: takeParty(field, item)
    }
  }

  private mutating func takePriority(_ field: TrademarkField, _ item: CapturedFields.Item) {
    guard let last = priorities.indices.last else { return }
    switch field {
    case .priorityNumber: priorities[last].number = priorities[last].number ?? number(item)
    case .priorityOtherNumber: priorities[last].other = priorities[last].other ?? number(item)
    case .priorityDate: priorities[last].date = priorities[last].date ?? date(item)
    default: priorities[last].country = priorities[last].country ?? text(item)
    }
  }
}
