import Records

/// CNIPA's legal status exports (法律状态): `PRS` with up to a million `PRSRecord`, one event each.
///
/// No verbatim file was found in public: the shape rests on CNIPA's schema and on four parsers. The
/// schema makes `LicenseDetails` mandatory, which those parsers never met; nothing is validated.
/// `ApplicationReference` stands in the original and the standard form, in either order.
enum CnipaPRS: DocumentFormat {
  static let id = "cnipa-prs"
  static let roots: [StaticString] = ["PRS"]
  static let needed: [StaticString] = ["PRSRecord"]
  static let recordElement: StaticString? = "PRSRecord"
  static let recordIdentifier: StaticString? = "PRSID"

  static let description = FormatDescription(
    id: id, name: "国家知识产权局法律状态数据", root: "business:PRS", verifiedOnData: "无",
    verifiedOnSchemaOnly: "全部：仅依据数据规范和他人解析程序，未见原始文件")

  enum Field: UInt16 {
    case givenTime = 1
    case record
    case recordEnd
    case identifier
    case application
    case format
    case number
    case publicationDate
    case code
    case value
    case information
  }

  static let paths: [FieldMap.Path] = {
    let record = "PRS/PRSRecord"
    let application = "\(record)/ApplicationReference"
    return [
      .attribute("PRS/@givenTime", Field.givenTime),
      .range(record, begin: Field.record, end: Field.recordEnd),
      .attribute("\(record)/@PRSID", Field.identifier),
      .begin(application, Field.application),
      .attribute("\(application)/@dataFormat", Field.format),
      .text("\(application)/DocumentID/DocNumber", Field.number),
      .text("\(record)/PRSPublicationDate/Date", Field.publicationDate),
      .text("\(record)/PRSCode", Field.code),
      .text("\(record)/PRSValue", Field.value),
      .text("\(record)/PRSInformation", Field.information),
    ]
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    var givenOn: CalendarDay?
    var draft = LegalEventDraft()
    let captured = document.captured
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = Field(rawValue: item.field) else { continue }
      switch field {
      case .givenTime: givenOn = document.date(item)?.day
      case .record: draft = LegalEventDraft(start: Int(item.start))
      case .recordEnd:
        draft.finish(document, end: Int(item.start), givenOn: givenOn, into: &output)
      default: draft.take(field, item, document)
      }
    }
  }
}
