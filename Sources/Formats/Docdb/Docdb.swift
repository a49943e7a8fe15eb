import Records

/// The EPO's bulk exchange of bibliographic data (DOCDB): `exchange-documents`, or one
/// `exchange-document` after the other without any root, declaration or namespace.
///
/// Every number, party and priority stands in several forms (`docdb`, `epodoc`, `original`); they are
/// renderings of one and never added up. Publications and applications are taken as `docdb`: office,
/// number and kind apart. Chinese applications come without the check digit, which is computed. The
/// application of kind `W` is an international one: its country is the receiving office; the number
/// as that office writes it, `PCT/US2008/086599`, is kept beside it.
///
/// Status `C` is a new record, `A` an amended one, `D` a deletion, which may come without any
/// bibliography. Members of the simple family are listed within each record, without dates.
enum Docdb: DocumentFormat {
  static let id = "docdb"
  static let roots: [StaticString] = ["exchange-documents", "exchange-document"]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "exchange-document"
  static let recordIdentifier: StaticString? = "doc-number"

  static let description = FormatDescription(
    id: id, name: "欧洲专利局DOCDB著录项目交换数据", root: "exch:exchange-documents",
    verifiedOnData: "交换文档（整包及逐条片段）：DE、EP、WO、AP共13件真实记录",
    verifiedOnSchemaOnly: "中国文献、删除记录（D）、原文（original）申请人名称、文档内的法律事件："
      + "仅依据格式说明，未见原始记录")

  static let paths: [FieldMap.Path] =
    recordPaths("exchange-documents/exchange-document") + recordPaths("exchange-document")

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    var reading = ExchangeReading(format: id, document)
    reading.run(into: &output)
    guard !reading.hasRecords else { return }
    output.reject(
      document.source, .noNumber,
      "no exchange-document found in exchange-documents, at least one expected; deliver the file "
        + "again whole")
  }

  private static func recordPaths(_ record: String) -> [FieldMap.Path] {
    [.range(record, begin: PublicationField.record, end: PublicationField.recordEnd)]
      + documentPaths(record)
  }

  /// What is kept of an `exchange-document`, whether it is a record or stands within one.
  static func documentPaths(_ document: String) -> [FieldMap.Path] {
    let data = "\(document)/bibliographic-data"
    return [
      .attribute("\(document)/@country", PublicationField.rootCountry),
      .attribute("\(document)/@doc-number", PublicationField.rootNumber),
      .attribute("\(document)/@kind", PublicationField.rootKind),
      .attribute("\(document)/@date-publ", PublicationField.rootDate),
      .attribute("\(document)/@family-id", PublicationField.family),
      .attribute("\(document)/@date-of-last-exchange", PublicationField.rootProduced),
      .attribute("\(document)/@date-added-docdb", PublicationField.rootAdded),
      .attribute("\(document)/@status", PublicationField.rootStatus),
      .attribute("\(data)/invention-title/@lang", PublicationField.titleLanguage),
      .attribute("\(data)/invention-title/@data-format", PublicationField.titleFormat),
      .text("\(data)/invention-title", PublicationField.title),
      .begin("\(document)/abstract", PublicationField.abstract),
      .attribute("\(document)/abstract/@lang", PublicationField.abstractLanguage),
      .attribute("\(document)/abstract/@data-format", PublicationField.abstractFormat),
      .text("\(document)/abstract/p", PublicationField.paragraph),
    ] + numberPaths(data) + classificationPaths(data) + partyPaths(data) + familyPaths(document)
      + eventPaths(document)
  }

  /// Publications, applications and priorities: the form stands on the reference in DOCDB, on each
  /// of its `document-id` in the service's answers.
  static func referencePaths(_ path: String, _ field: PublicationField) -> [FieldMap.Path] {
    let number = "\(path)/document-id"
    return [
      .begin(path, field),
      .attribute("\(path)/@data-format", PublicationField.format),
      .attribute("\(path)/@sequence", PublicationField.sequence),
      .begin(number, PublicationField.rendering),
      .attribute("\(number)/@document-id-type", PublicationField.format),
      .text("\(number)/country", PublicationField.country),
      .text("\(number)/doc-number", PublicationField.number),
      .text("\(number)/kind", PublicationField.kind),
      .text("\(number)/date", PublicationField.date),
      .text("\(path)/priority-linkage-type", PublicationField.linkage),
    ]
  }

  private static func numberPaths(_ data: String) -> [FieldMap.Path] {
    let citation = "\(data)/references-cited/citation/patcit"
    return referencePaths("\(data)/publication-reference", .reference)
      + referencePaths("\(data)/application-reference", .application)
      + referencePaths("\(data)/priority-claims/priority-claim", .priority)
      + referencePaths(citation, .citation)
      + [.attribute("\(citation)/@dnum", PublicationField.fullNumber)]
  }

  private static func familyPaths(_ document: String) -> [FieldMap.Path] {
    let member = "\(document)/patent-family/family-member"
    return [.begin(member, PublicationField.familyMember)]
      + referencePaths("\(member)/application-reference", .familyApplication)
      + referencePaths("\(member)/publication-reference", .familyPublication)
  }
}
