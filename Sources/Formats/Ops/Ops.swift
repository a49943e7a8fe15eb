import Records

/// Answers of the EPO's Open Patent Services with exchange documents: bibliographic data of one or
/// several documents, and of what a search found.
///
/// Shapes are those of ``Docdb`` with other attributes: `document-id-type` tells forms apart, dates
/// stand with the form `epodoc`, parties come as `epodoc` and `original`, where `original` may list
/// every party twice (in capitals, then as printed). CPC symbols stand in parts.
///
/// Answers without exchange documents (equivalents, the European Patent Register, full texts, lists
/// of search results) are recognised and refused with what to ask for instead.
enum Ops: DocumentFormat {
  static let id = "ops"
  static let roots: [StaticString] = ["world-patent-data"]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "exchange-document"
  static let recordIdentifier: StaticString? = "doc-number"

  static let description = FormatDescription(
    id: id, name: "欧洲专利局开放专利服务（OPS）返回文件", root: "ops:world-patent-data",
    verifiedOnData: "著录项目、同族（含CN成员）、INPADOC法律事件：真实返回文件",
    verifiedOnSchemaOnly: "检索结果所附著录项目、CN法律事件、一个同族成员含多件公开文献："
      + "仅依据接口说明，未见原始文件")

  /// Where exchange documents stand in an answer.
  private static let places = [
    "exchange-documents", "biblio-search/search-result/exchange-documents",
    "equivalents-inquiry/inquiry-result/exchange-documents", "equivalents-inquiry/inquiry-result",
  ]

  /// Contents of answers that hold no record.
  enum Field: UInt16 {
    case equivalents = 900
    case register
    case fullText
    case searchResult
    case images
  }

  static let paths: [FieldMap.Path] =
    places.flatMap { place -> [FieldMap.Path] in
      let record = "world-patent-data/\(place)/exchange-document"
      return [.range(record, begin: PublicationField.record, end: PublicationField.recordEnd)]
        + Docdb.documentPaths(record)
    } + [
      .begin("world-patent-data/equivalents-inquiry", Field.equivalents),
      .begin("world-patent-data/register-search", Field.register),
      .begin("world-patent-data/fulltext-documents", Field.fullText),
      .begin("world-patent-data/biblio-search", Field.searchResult),
      .begin("world-patent-data/document-inquiry", Field.images),
    ]

  /// Families are read by ``OpsFamily``.
  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    !OpsFamily.recognises(head)
  }

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    var found: Field?
    var reading = ExchangeReading(format: id, document)
    reading.run(into: &output) { found = found ?? Field(rawValue: $0.field) }
    guard !reading.hasRecords else { return }
    output.reject(document.source, .unknownFormat, reason(found))
  }

  private static func reason(_ found: Field?) -> String {
    let content: String
    switch found {
    case .equivalents: content = "a list of equivalents without their documents"
    case .register: content = "data of the European Patent Register"
    case .fullText: content = "a full text"
    case .searchResult: content = "a list of search results without their documents"
    case .images: content = "a list of images"
    case nil: content = "world-patent-data without exchange documents"
    }
    return "\(content) found, exchange-document or family-member expected; ask the service for "
      + "biblio, family or legal instead"
  }
}
