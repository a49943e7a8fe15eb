import Records

/// Publications by WIPO Standard ST.96: `PatentPublication`, and `DesignApplication` with a record
/// for each of its designs.
///
/// Verified on the two examples of the standard's Annex VII and on a Chinese document that a public
/// stylesheet converted; no office's own delivery was at hand. Names are matched without their
/// prefixes. Dates are ISO dates, in part (`2000-04`), or plain digits.
///
/// Description and claims may stand before the abstract, so documents are parsed up to it. Designs
/// have no kind code: S is taken. The entries of a design's file history (`DesignApplicationEvent`)
/// are no published events and are not read.
///
/// Source: WIPO Standard ST.96, version 6.0, Annex VII.
enum St96Patent: DocumentFormat {
  static let id = "st96-patent"
  static let roots: [StaticString] = ["PatentPublication", "DesignApplication"]
  static let needed: [StaticString] = [
    "IPOfficeCode", "BibliographicData", "Abstract", "RegistrationOfficeCode",
    "ApplicationNumber", "DesignApplicationLanguageCode", "DesignBag", "ApplicantBag",
    "ApplicationDate",
  ]

  static let description = FormatDescription(
    id: id, name: "WIPO ST.96 专利公布与外观设计申请",
    root: "pat:PatentPublication, dgn:DesignApplication",
    verifiedOnData: "标准附件七的专利、外观设计示例各一件；由他人样式表转换的中国公开文本一件",
    verifiedOnSchemaOnly: "各局实际交付的文件：未见；当事人地址、PCT 数据：仅依据标准")

  static let paths: [FieldMap.Path] = patentPaths + designPaths

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    let captured = document.captured
    for index in 0..<captured.count
    where captured.items[index].field == PublicationField.record.rawValue {
      readDesigns(document, into: &output)
      return
    }
    PublicationBuilder.read(format: id, document, into: &output) { $0.defaultCountry = nil }
  }

  private static let patentPaths: [FieldMap.Path] = {
    let root = "PatentPublication"
    let data = "\(root)/BibliographicData"
    let cited = "\(data)/ReferenceCitationBag/ReferenceCitation/PatentCitation"
    var paths: [FieldMap.Path] = [
      .attribute("\(root)/@languageCode", PublicationField.rootLanguage),
      .attribute("\(root)/@creationDate", PublicationField.rootProduced),
      .attribute("\(root)/@documentPublicationDate", PublicationField.rootDate),
      .text("\(root)/IPOfficeCode", PublicationField.rootCountry),
      .attribute(
        "\(data)/InventionTitleBag/InventionTitle/@languageCode", PublicationField.titleLanguage),
      .text("\(data)/InventionTitleBag/InventionTitle", PublicationField.title),
      .text("\(data)/ClaimTotalQuantity", PublicationField.claimTotal),
      .begin("\(root)/Abstract", PublicationField.abstract),
      .attribute("\(root)/Abstract/@languageCode", PublicationField.abstractLanguage),
      .text("\(root)/Abstract/P", PublicationField.paragraph),
      .passed("\(root)/Description"),
      .passed("\(root)/ClaimStatement"),
      .begin("\(root)/Claims", PublicationField.claimSet),
      .begin("\(root)/Claims/Claim", PublicationField.claim),
    ]
    paths += numberPaths(
      "\(data)/PatentPublicationIdentification", .reference, number: "PublicationNumber",
      date: "PublicationDate")
    paths += numberPaths("\(data)/ApplicationIdentification", .application)
    paths += numberPaths("\(data)/PriorityClaimBag/PriorityClaim", .priority)
    paths += numberPaths(
      "\(data)/RelatedDocumentBag/Division/ParentDocument/PatentDocumentIdentification"
        + "/ApplicationIdentification", .parent)
    paths += numberPaths(
      "\(cited)/CitedPatentDocumentIdentification", .citation, number: "DocumentNumber",
      date: "PatentDocumentDate")
    return paths + classificationPaths(data) + patentPartyPaths(data)
  }()

  /// The paths of a number with its office, kind and date.
  static func numberPaths(
    _ path: String, _ field: PublicationField, office: String = "IPOfficeCode",
    number: String = "ApplicationNumber/ApplicationNumberText", date: String = "FilingDate"
  ) -> [FieldMap.Path] {
    [
      .begin(path, field),
      .attribute("\(path)/@sequenceNumber", PublicationField.sequence),
      .text("\(path)/\(office)", PublicationField.country),
      .text("\(path)/ApplicationNumber/IPOfficeCode", PublicationField.country),
      .text("\(path)/\(number)", PublicationField.number),
      .text("\(path)/PatentDocumentKindCode", PublicationField.kind),
      .text("\(path)/\(date)", PublicationField.date),
    ]
  }
}
