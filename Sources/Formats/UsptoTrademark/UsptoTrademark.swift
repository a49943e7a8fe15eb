import Records

/// USPTO's daily trademark files: `trademark-applications-daily` of `case-file`.
///
/// A file gives each case whole and replaces what was delivered before; one case may stand under
/// several action keys. `0000000` is no registration number, and there is no expiry date. Only the
/// owners of the latest stage hold the mark. The prime class of goods statements is a domestic one
/// for old marks.
enum UsptoTrademark: DocumentFormat {
  static let id = "uspto-trademark"
  static let roots: [StaticString] = ["trademark-applications-daily"]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "case-file"

  static let description = FormatDescription(
    id: id, name: "美国专利商标局商标每日数据", root: "trademark-applications-daily",
    verifiedOnData: "2018 年 2 月 18 日一份节选（DTD v2.0）：10 件申请的 11 条记录",
    verifiedOnSchemaOnly: "外国优先权、国际注册、证明商标和集体商标的字段：仅依据 DTD，样本中没有")

  private static let file = "trademark-applications-daily"
  private static let caseFile =
    "\(file)/application-information/file-segments/action-keys/case-file"

  static let paths: [FieldMap.Path] = {
    let header = "\(caseFile)/case-file-header"
    let priority = "\(caseFile)/foreign-applications/foreign-application"
    let madrid =
      "\(caseFile)/madrid-international-filing-requests"
      + "/madrid-international-filing-record"
    return [
      .text("\(file)/creation-datetime", TrademarkField.producedOn),
      .range(caseFile, begin: TrademarkField.record, end: TrademarkField.recordEnd),
      .text("\(caseFile)/serial-number", TrademarkField.applicationNumber),
      .text("\(caseFile)/registration-number", TrademarkField.registrationNumber),
      .text("\(header)/filing-date", TrademarkField.filingDate),
      .text("\(header)/registration-date", TrademarkField.registrationDate),
      .text("\(header)/mark-identification", TrademarkField.name),
      .text("\(header)/drawing-3d-current-in", TrademarkField.isThreeDimensional),
      .text("\(header)/mark-drawing-code", TrademarkField.drawingCode),
      .text("\(header)/trademark-in", TrademarkField.isIndividual),
      .text("\(header)/service-mark-in", TrademarkField.isIndividual),
      .text("\(header)/collective-trademark-in", TrademarkField.isCollective),
      .text("\(header)/collective-service-mark-in", TrademarkField.isCollective),
      .text("\(header)/collective-membership-mark-in", TrademarkField.isCollective),
      .text("\(header)/certification-mark-in", TrademarkField.isCertification),
      .begin(priority, TrademarkField.priority),
      .text("\(priority)/application-number", TrademarkField.priorityNumber),
      .text("\(priority)/registration-number", TrademarkField.priorityOtherNumber),
      .text("\(priority)/country", TrademarkField.priorityCountry),
      .text("\(priority)/filing-date", TrademarkField.priorityDate),
      .text(
        "\(caseFile)/international-registration/international-registration-number",
        TrademarkField.internationalNumber),
      .text(
        "\(madrid)/international-registration-number", TrademarkField.internationalNumber),
    ] + partyPaths(caseFile) + classPaths(caseFile) + statusPaths(caseFile, madrid)
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    TrademarkBuilder.read(
      format: id, document, TrademarkBuilder.Settings(office: "US", element: "case-file"),
      into: &output)
  }
}
