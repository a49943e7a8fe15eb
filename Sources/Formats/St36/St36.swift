import Records

/// Full texts by WIPO Standard ST.36: the EPO's `ep-patent-document`, whose bibliographic data are
/// SDOBI tags by INID numbers, and `lexisnexis-patent-document` with names for elements.
///
/// Verified on real documents: EP kinds A1 (2006) and B2 (2021); Chinese A, U and Y of 1987–2008 as
/// LexisNexis produced them in 2011. Tables of contents of ST.36 packages, `Application-body`, hold
/// no patent and are ignored as indexes. The Japanese gazette is ``Jpo``.
///
/// An EP specification repeats its claims in three languages, and may have sets for some states: the
/// first set is counted. Its proprietors (B730) are assignees, its applicants (B710) applicants.
///
/// Source: WIPO Standard ST.36, version 2.0; EPO, ep-patent-document-v1-5.dtd.
enum St36: DocumentFormat {
  static let id = "st36"
  static let roots: [StaticString] = ["ep-patent-document", "lexisnexis-patent-document"]
  static let needed: [StaticString] = ["SDOBI", "bibliographic-data", "abstract", "legal-data"]
  static let countedPath: [StaticString] = ["claims", "claim"]

  static let description = FormatDescription(
    id: id, name: "WIPO ST.36 专利全文（欧洲专利局；LexisNexis 中国专利）",
    root: "ep-patent-document, lexisnexis-patent-document",
    verifiedOnData: "欧洲专利 A1、B2 各一件；LexisNexis 制作的中国专利 A、U、Y 十件"
      + "（1987–2008 年，含法律状态）：真实文件",
    verifiedOnSchemaOnly: "欧洲专利的分案（B620）、CPC（B520EP）、PCT（B860、B870）、旧版 IPC"
      + "（B510）：仅依据 DTD 和公开示例；WIPO 自身的 PCT 小册子未见样本，不读取")

  /// Fields beside those of a publication.
  enum Field: UInt16 {
    /// The root of a document that LexisNexis produced.
    case lexisNexis = 1000
    case status
    case citedDocument
    case priorityNumber
    case priorityDate
    case priorityCountry
    case event
    case eventEnd
    case eventDate
    case eventCode
    case eventName
    case docdbNumber
    case secondCode
    case effect
    case statusIdentifier
    case designatedState
    case designatedStateCode
    case designatedStateName
    case correspondingNumber
    case correspondingOffice
  }

  static let paths: [FieldMap.Path] = europeanPaths + lexisNexisPaths

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    let place = output.records.count
    PublicationBuilder.read(format: id, document, into: &output) { $0.defaultCountry = nil }
    guard output.records.count > place, case .patent(var patent) = output.records[place] else {
      rejectEvents(document, into: &output)
      return
    }
    let captured = document.captured
    var claimed = EuropeanPriorities()
    for index in 0..<captured.count {
      let item = captured.items[index]
      switch Field(rawValue: item.field) {
      case .lexisNexis: completeChinese(&patent)
      case .status:
        // The letters are not CNIPA's: of them only n, for new, was seen.
        if document.text(item) == "n" { patent.status = .new }
      case .citedDocument:
        if let text = document.text(item) { patent.citations.appendOnce(citation(text)) }
      case .priorityNumber: claimed.take(.number, document.value(item))
      case .priorityDate: claimed.take(.date, document.date(item)?.isoText ?? document.text(item))
      case .priorityCountry: claimed.take(.country, document.value(item))
      default: break
      }
    }
    for priority in claimed.priorities { patent.priorities.appendOnce(priority) }
    patent.unread += claimed.unread
    output.records[place] = .patent(patent)
    readEvents(document, of: patent, into: &output)
  }

  /// The abstract and the claims, which both kinds of document have.
  static func textPaths(_ root: String) -> [FieldMap.Path] {
    [
      .begin("\(root)/abstract", PublicationField.abstract),
      .attribute("\(root)/abstract/@lang", PublicationField.abstractLanguage),
      .text("\(root)/abstract/p", PublicationField.paragraph),
      .begin("\(root)/claims", PublicationField.claimSet),
      .begin("\(root)/claims/claim", PublicationField.claim),
    ]
  }
}
