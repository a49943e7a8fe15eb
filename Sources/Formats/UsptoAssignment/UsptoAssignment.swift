import Records

/// The USPTO's recorded assignments, `us-patent-assignments`: transfers, changes of name, licences,
/// security interests and their releases. Each property of an assignment gives one event.
///
/// A property names its application (kind `X0`), its publication and its grant; the event carries
/// the application and the grant, without one the publication. The conveyance text is free: it
/// stays the event's name, and ``Conveyance`` gives a class where its wording is certain. A
/// recording that was expunged (`purge-indicator` Y) has none.
///
/// Source: the DTD v1.0 that each file carries inside.
enum UsptoAssignment: DocumentFormat {
  static let id = "uspto-assignment"
  static let roots: [StaticString] = ["us-patent-assignments"]
  static let needed: [StaticString] = ["action-key-code", "transaction-date", "patent-assignments"]
  static let recordElement: StaticString? = "patent-assignment"

  static let description = FormatDescription(
    id: id, name: "美国专利商标局权利转移登记（含担保权益）",
    root: "us-patent-assignments, response",
    verifiedOnData: "日更文件（DTD v1.0）和检索接口的 Solr 应答：真实文件；转让、更名、许可、担保权益及其解除",
    verifiedOnSchemaOnly: "抵押（MORTGAGE）、质押（PLEDGE）等样本中未出现的措辞：仅按文字规则归类")

  enum Field: UInt16 {
    case transactionDate = 1
    case availability
    case record
    case recordEnd
    case reel
    case frame
    case recordedDate
    case purge
    case conveyance
    case assignor
    case assignorName
    case executionDate
    case assignee
    case assigneeName
    case assigneeAddress
    case property
    case documentNumber
    case country
    case number
    case kind
  }

  static let paths: [FieldMap.Path] = {
    let root = "us-patent-assignments"
    let list = "\(root)/patent-assignments"
    let record = "\(list)/patent-assignment"
    let head = "\(record)/assignment-record"
    let assignor = "\(record)/patent-assignors/patent-assignor"
    let assignee = "\(record)/patent-assignees/patent-assignee"
    let property = "\(record)/patent-properties/patent-property"
    return [
      .text("\(root)/transaction-date", Field.transactionDate),
      .text("\(list)/data-available-code", Field.availability),
      .range(record, begin: Field.record, end: Field.recordEnd),
      .text("\(head)/reel-no", Field.reel),
      .text("\(head)/frame-no", Field.frame),
      .text("\(head)/recorded-date", Field.recordedDate),
      .text("\(head)/purge-indicator", Field.purge),
      .text("\(head)/conveyance-text", Field.conveyance),
      .begin(assignor, Field.assignor),
      .text("\(assignor)/name", Field.assignorName),
      .text("\(assignor)/execution-date", Field.executionDate),
      .begin(assignee, Field.assignee),
      .text("\(assignee)/name", Field.assigneeName),
    ]
      + ["address-1", "address-2", "city", "state", "country-name", "postcode"].map {
        .text("\(assignee)/\($0)", Field.assigneeAddress)
      } + [
        .begin(property, Field.property),
        .begin("\(property)/document-id", Field.documentNumber),
        .text("\(property)/document-id/country", Field.country),
        .text("\(property)/document-id/doc-number", Field.number),
        .text("\(property)/document-id/kind", Field.kind),
      ]
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    var transactionOn: CalendarDay?
    var availability: String?
    var hasRecords = false
    var draft = AssignmentDraft()
    let captured = document.captured
    output.reserve(forRecordsOf: captured, field: Field.property.rawValue)
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = Field(rawValue: item.field) else { continue }
      switch field {
      case .transactionDate: transactionOn = document.date(item)?.day
      case .availability: availability = document.text(item)
      case .record:
        hasRecords = true
        draft = AssignmentDraft(start: Int(item.start))
        draft.producedOn = transactionOn
      case .recordEnd: draft.finish(document, end: Int(item.start), into: &output)
      default: draft.take(field, item, document)
      }
    }
    if !hasRecords {
      let told = availability.map { "data-available-code \"\($0)\"" } ?? "no patent-assignment"
      output.reject(
        document.source, .empty, "\(told) found, at least one patent-assignment expected")
    }
  }
}
