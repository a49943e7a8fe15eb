import Records

extension St96Patent {
  static let designPaths: [FieldMap.Path] = {
    let root = "DesignApplication"
    let design = "\(root)/DesignBag/Design"
    let publication = "\(design)/PublicationBag/Publication"
    var paths: [FieldMap.Path] = [
      .text("\(root)/RegistrationOfficeCode", PublicationField.rootCountry),
      .text("\(root)/DesignApplicationLanguageCode", PublicationField.rootLanguage),
      .begin("\(root)/ApplicationNumber", PublicationField.application),
      .text("\(root)/ApplicationNumber/IPOfficeCode", PublicationField.country),
      .text("\(root)/ApplicationNumber/ApplicationNumberText", PublicationField.number),
      // The date stands behind the designs, apart from its number.
      .begin("\(root)/ApplicationDate", PublicationField.application),
      .text("\(root)/ApplicationDate", PublicationField.date),
      .range(design, begin: PublicationField.record, end: PublicationField.recordEnd),
      .text("\(design)/DesignIdentifier", PublicationField.rootNumber),
      .attribute("\(design)/DesignTitleText/@languageCode", PublicationField.titleLanguage),
      .text("\(design)/DesignTitleText", PublicationField.title),
      .begin(publication, PublicationField.reference),
      .text("\(publication)/PublicationIdentifier", PublicationField.number),
      .text("\(publication)/PublicationDate", PublicationField.date),
      .text(
        "\(design)/DesignClassificationBag/LocarnoClassificationBag/LocarnoClassificationText",
        PublicationField.locarnoSymbol),
    ]
    paths += numberPaths(
      "\(design)/PriorityBag/Priority", .priority, office: "PriorityCountryCode",
      date: "PriorityApplicationFilingDate")
    paths += numberPaths(
      "\(design)/PatentIdentificationBag/CitedPatentDocumentIdentification", .citation,
      number: "DocumentNumber", date: "PatentDocumentDate")
    return paths + designPartyPaths(root) + designPartyPaths(design)
  }()

  /// Reads an application's designs, each a publication. What stands outside of them, before or
  /// behind, holds for all; a design that names applicants has those and no others.
  static func readDesigns(_ document: ParsedDocument, into output: inout ReadOutput) {
    var head = PublicationBuilder(format: id, document)
    head.defaultCountry = nil
    head.root.kind = "S"
    visit(document) { field, item, isInDesign in
      if !isInDesign { head.take(field, item) }
    }
    var builder = head
    var hasOwnApplicants = false
    visit(document) { field, item, isInDesign in
      switch field {
      case .record:
        builder = head
        builder.start = Int(item.start)
        hasOwnApplicants = false
      case .recordEnd: builder.finish(end: Int(item.start), into: &output)
      default:
        if !isInDesign { return }
        if field == .applicant, !hasOwnApplicants {
          builder.applicants = []
          hasOwnApplicants = true
        }
        builder.take(field, item)
      }
    }
  }

  /// Visits the fields in order, telling whether they stand in a design.
  private static func visit(
    _ document: ParsedDocument, _ body: (PublicationField, CapturedFields.Item, Bool) -> Void
  ) {
    var isInDesign = false
    let captured = document.captured
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = PublicationField(rawValue: item.field) else { continue }
      if field == .record { isInDesign = true }
      body(field, item, isInDesign)
      if field == .recordEnd { isInDesign = false }
    }
  }
}
