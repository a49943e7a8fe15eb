import Records

/// CNIPA's earlier bulk exports: `cn-patent-document`, without a namespace.
///
/// Verified on real publications of kind A from 2014. A second applicant may have no address at all;
/// the address element is no longer structured. Grants were not found in public.
enum Cnipa1: DocumentFormat {
  static let id = "cnipa-1"
  static let roots: [StaticString] = ["cn-patent-document"]
  static let needed: [StaticString] = ["cn-bibliographic-data"]
  static let countedPath: [StaticString] = ["application-body", "claims", "claim"]

  static let description = FormatDescription(
    id: id, name: "国家知识产权局专利数据（旧版）", root: "cn-patent-document",
    verifiedOnData: "发明专利公开文本（A，2014 年）：真实文件",
    verifiedOnSchemaOnly: "授权文本、实用新型：仅依据旧版 DTD，未见原始文件；旧版无外观设计")

  static let paths: [FieldMap.Path] = {
    let root = "cn-patent-document"
    let data = "\(root)/cn-bibliographic-data"
    return [
      .attribute("\(root)/@status", PublicationField.rootStatus),
      .attribute("\(root)/@date-produced", PublicationField.rootProduced),
      .attribute("\(root)/@country", PublicationField.rootCountry),
      .attribute("\(root)/@doc-number", PublicationField.rootNumber),
      .attribute("\(root)/@kind", PublicationField.rootKind),
      .attribute("\(root)/@date-publ", PublicationField.rootDate),
      .begin("\(root)/application-body/claims/claim", PublicationField.claim),
      .attribute("\(data)/invention-title/@lang", PublicationField.titleLanguage),
      .text("\(data)/invention-title", PublicationField.title),
      .begin("\(data)/abstract", PublicationField.abstract),
      .attribute("\(data)/abstract/@lang", PublicationField.abstractLanguage),
      .text("\(data)/abstract/p", PublicationField.paragraph),
      .text("\(data)/date-pct-article-22-39-fulfilled/date", PublicationField.nationalEntry),
    ] + numberPaths(data) + classificationPaths(data) + partyPaths(data)
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    PublicationBuilder.read(format: id, document, into: &output)
  }

  private static func numberPaths(_ data: String) -> [FieldMap.Path] {
    let groups: [(String, PublicationField, String)] = [
      ("\(data)/cn-publication-reference", .reference, "/document-id"),
      ("\(data)/application-reference", .application, "/document-id"),
      ("\(data)/priority-claims/priority-claim", .priority, ""),
      ("\(data)/cn-related-documents/division/relation/parent-doc", .parent, "/document-id"),
      ("\(data)/pct-or-regional-filing-data", .internationalApplication, "/document-id"),
      ("\(data)/pct-or-regional-publishing-data", .internationalPublication, "/document-id"),
      ("\(data)/references-cited/citation/patcit", .citation, "/document-id"),
    ]
    return groups.flatMap { path, field, document -> [FieldMap.Path] in
      [
        .begin(path, field),
        .attribute("\(path)/@data-format", PublicationField.format),
        .attribute("\(path)/@appl-type", PublicationField.applicationType),
        .attribute("\(path)/@sequence", PublicationField.sequence),
      ] + St36.numberPaths(path + document)
    }
  }
}
