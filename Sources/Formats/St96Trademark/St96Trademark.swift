import Records

/// WIPO's Standard ST.96 for trademarks: `TrademarkBag` of `Trademark`, in transactions as USPTO's
/// TSDR and Korea give them, in applications as Canada does, or alone; drafts of the standard too.
///
/// A class is what stands under `Nice`, else under `Primary`; domestic classes carry Nice-like
/// numbers and are never taken. `LegalEntityName` is the kind of entity, not a name. Several
/// applicants of the United States are the history of owners, told by `Applicant@sequenceNumber`.
enum St96Trademark: DocumentFormat {
  static let id = "st96-trademark"
  static let roots: [StaticString] = [
    "TrademarkTransaction", "Transaction", "TrademarkApplication", "TrademarkBag", "Trademark",
  ]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "Trademark"
  static let nestedRoots: [StaticString] = ["TrademarkApplication", "TrademarkBag", "Trademark"]

  static let description = FormatDescription(
    id: id, name: "WIPO ST.96 商标数据", root: "TrademarkTransaction",
    verifiedOnData: "美国（TSDR 状态文件，正式版和草案 D3）：真实记录，均为单件",
    verifiedOnSchemaOnly: "加拿大（TrademarkApplication）：仅依据元素清单；韩国的 KRTrademark 变体不读，作为拒收列出")

  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = head.baseAddress else { return false }
    func holds(_ text: StaticString) -> Bool {
      ByteSearch.first(text, in: start, count: head.count, from: 0) != nil
    }
    return holds("Trademark")
  }

  static let paths: [FieldMap.Path] = {
    let data = "TrademarkTransactionBody/TransactionContentBag/TransactionData/TrademarkBag"
    var paths: [FieldMap.Path] = []
    for root in ["TrademarkTransaction", "Transaction"] {
      paths.append(
        .text("\(root)/TransactionHeader/SenderBag/RequestDate", TrademarkField.producedOn))
      paths += markPaths("\(root)/\(data)/Trademark")
    }
    for parent in ["TrademarkApplication/TrademarkBag", "TrademarkBag"] {
      paths += markPaths("\(parent)/Trademark")
    }
    return paths + markPaths("Trademark")
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    TrademarkBuilder.read(
      format: id, document, TrademarkBuilder.Settings(element: "Trademark"), into: &output)
  }

  private static func markPaths(_ mark: String) -> [FieldMap.Path] {
    let words = "\(mark)/MarkRepresentation/MarkReproduction/WordMarkSpecification"
    let priority = "\(mark)/PriorityBag/Priority"
    let associated = "\(mark)/AssociatedMarkBag/AssociatedMark"
    return St66.inheritedPaths(mark) + [
      .attribute("\(mark)/@operationCategory", TrademarkField.delivery),
      .text("\(mark)/ApplicationNumber/IPOfficeCode", TrademarkField.office),
      .text("\(mark)/ApplicationNumber/ApplicationNumberText", TrademarkField.applicationNumber),
      .text("\(mark)/ApplicationNumber/ST13ApplicationNumber", TrademarkField.applicationNumber),
      .text(
        "\(mark)/InternationalMarkIdentifierBag/InternationalMarkIdentifier",
        TrademarkField.internationalNumber),
      .text(
        "\(associated)/AssociatedRegistrationNumber/InternationalRegistrationNumber",
        TrademarkField.internationalNumber),
      .text("\(words)/MarkVerbalElementText", TrademarkField.name),
      .text("\(words)/MarkSignificantVerbalElementText", TrademarkField.otherName),
      .text("\(mark)/MarkCategory", TrademarkField.kind),
      .text("\(mark)/MarkRepresentation/MarkFeatureCategory", TrademarkField.feature),
      .text(
        "\(mark)/NationalTrademarkInformation/MarkFeatureCategoryBag/MarkFeatureCategory",
        TrademarkField.feature),
      .text(
        "\(mark)/MarkRepresentation/MarkDescriptionBag/NationalMarkDescription/MarkFeatureCode",
        TrademarkField.drawingCode),
      .begin(priority, TrademarkField.priority),
      .text("\(priority)/PriorityCountryCode", TrademarkField.priorityCountry),
      .text(
        "\(priority)/ApplicationNumber/ApplicationNumberText", TrademarkField.priorityNumber),
      .text("\(priority)/PriorityRegistrationNumber", TrademarkField.priorityOtherNumber),
      .text("\(priority)/PriorityApplicationFilingDate", TrademarkField.priorityDate),
    ] + classPaths("\(mark)/GoodsServicesBag/GoodsServices") + statusPaths(mark)
      + partyPaths("\(mark)/ApplicantBag/Applicant", .holder)
      + partyPaths("\(mark)/RepresentativeBag/Representative", .representative)
      + partyPaths("\(mark)/RecordAttorney", .representative)
      + partyPaths("\(mark)/NationalRepresentative", .representative)
      + partyPaths("\(mark)/NationalCorrespondent", .representative)
  }
}
