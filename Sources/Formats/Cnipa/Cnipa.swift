import Records

/// CNIPA's current bulk exports: `PatentDocumentAndRelated` in its schema V2.2.x, with or without
/// namespace prefixes; inventions, utility models and designs.
///
/// Verified on real publications of kind A. No verbatim grant (B, U) and no design (S) was found in
/// public: their shapes rest on the schema and on reduced documents from other parsers' tests.
///
/// Publication and application numbers stand twice, as `original` and `standard`; the original
/// decides, since the standard form loses data. `0`, `00000000` and `0000000000` mean "none". Where
/// the root's attributes contradict the elements, the elements win.
enum Cnipa: DocumentFormat {
  static let id = "cnipa"
  static let roots: [StaticString] = ["PatentDocumentAndRelated"]
  static let needed: [StaticString] = ["BibliographicData", "DesignBibliographicData", "Abstract"]
  static let countedPath: [StaticString] = ["Claims", "Claim"]
  static let countedAttribute: StaticString? = "num"

  static let description = FormatDescription(
    id: id, name: "国家知识产权局专利标准化数据（现行）", root: "business:PatentDocumentAndRelated",
    verifiedOnData: "发明专利公开文本（A）：真实文件",
    verifiedOnSchemaOnly: "发明授权（B）、实用新型（U）、外观设计（S）：仅依据数据规范和他人解析程序的节选，"
      + "未见原始文件")

  static let paths: [FieldMap.Path] = {
    let root = "PatentDocumentAndRelated"
    var paths: [FieldMap.Path] = [
      .attribute("\(root)/@status", PublicationField.rootStatus),
      .attribute("\(root)/@dateProduced", PublicationField.rootProduced),
      .attribute("\(root)/@docNumber", PublicationField.rootNumber),
      .attribute("\(root)/@kind", PublicationField.rootKind),
      .attribute("\(root)/@datePublication", PublicationField.rootDate),
      .attribute("\(root)/@datePulbication", PublicationField.rootDate),
      .attribute("\(root)/@country", PublicationField.rootCountry),
      .begin("\(root)/Abstract", PublicationField.abstract),
      .attribute("\(root)/Abstract/@lang", PublicationField.abstractLanguage),
      .text("\(root)/Abstract/Paragraphs", PublicationField.paragraph),
      .text("\(root)/Abstract/AbstractProblem/Paragraphs", PublicationField.paragraph),
      .text("\(root)/Abstract/AbstractSolution/Paragraphs", PublicationField.paragraph),
      .attribute("\(root)/Claims/Claim/@num", PublicationField.claim),
    ]
    for data in ["\(root)/BibliographicData", "\(root)/DesignBibliographicData"] {
      paths += numberPaths(data) + classificationPaths(data)
      paths += partyPaths(data) + partyPaths("\(data)/Parties")
      for title in ["InventionTitle", "DesignTitle"] {
        paths.append(.attribute("\(data)/\(title)/@lang", PublicationField.titleLanguage))
        paths.append(.text("\(data)/\(title)", PublicationField.title))
      }
    }
    return paths
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    PublicationBuilder.read(format: id, document, into: &output)
  }

  private static func numberPaths(_ data: String) -> [FieldMap.Path] {
    let citation = "\(data)/ReferencesCited/Citation/ApplicationCitation"
    let groups: [(String, PublicationField, String)] = [
      ("\(data)/PublicationReference", .reference, "/DocumentID"),
      ("\(data)/ApplicationReference", .application, "/DocumentID"),
      ("\(data)/PriorityDetails/Priority", .priority, ""),
      (
        "\(data)/RelatedDocuments/Division/DocumentsRelation/ParentDocument", .parent, "/DocumentID"
      ),
      ("\(data)/Division/DocumentsRelation/ParentDocument", .parent, "/DocumentID"),
      ("\(data)/PCTOrRegionalApplicationData", .internationalApplication, "/DocumentID"),
      ("\(data)/PCTOrRegionalPublishingData", .internationalPublication, "/DocumentID"),
      ("\(citation)/PublicationReference", .citation, "/DocumentID"),
      ("\(citation)", .citation, "/DocumentID"),
    ]
    var paths: [FieldMap.Path] = []
    for (path, field, document) in groups {
      // A citation that wraps a publication reference begins once, with that reference.
      if path != citation { paths.append(.begin(path, field)) }
      paths += [
        .attribute("\(path)/@dataFormat", PublicationField.format),
        .attribute("\(path)/@applType", PublicationField.applicationType),
        .attribute("\(path)/@sequence", PublicationField.sequence),
        .text("\(path)\(document)/WIPOST3Code", PublicationField.country),
        .text("\(path)\(document)/DocNumber", PublicationField.number),
        .text("\(path)\(document)/Kind", PublicationField.kind),
        .text("\(path)\(document)/Date", PublicationField.date),
      ]
    }
    paths.append(.begin("\(citation)/DocumentID", PublicationField.citation))
    paths.append(.text("\(data)/NationalStageEntryDate/Date", PublicationField.nationalEntry))
    paths.append(
      .text(
        "\(data)/PCTOrRegionalApplicationData/NationalStageEntryDate/Date",
        PublicationField.nationalEntry))
    return paths
  }
}
