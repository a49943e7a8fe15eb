import Records

/// WIPO's Standard ST.66 for trademarks, as national offices, EUIPO's TMview and USPTO's TSDR give
/// it: a `Transaction` of marks, or marks alone.
///
/// Names are matched without their namespaces: some offices put words, status and events in one of
/// their own. Values beyond the standard's lists are kept. Registration may stand before
/// application, and may be missing. The United States put the applicants beside `TradeMarkDetails`
/// and give them as a history of owners. Updates of EUIPO give parties by number alone, or take one
/// from the mark (`Applicant@operationCode="Delete"`).
enum St66: DocumentFormat {
  static let id = "st66"
  static let roots: [StaticString] = ["Transaction", "TradeMarkDetails", "TradeMark"]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "TradeMark"
  static let nestedRoots: [StaticString] = ["TradeMarkDetails", "TradeMark"]

  static let description = FormatDescription(
    id: id, name: "WIPO ST.66 商标数据（各国局、TMview、TSDR）", root: "Transaction",
    verifiedOnData: "美国（TSDR 状态文件）、罗马尼亚（TMview）及巴西、印度尼西亚、柬埔寨、老挝、马达加斯加、马来西亚、"
      + "圣马力诺、汤加等局的真实记录，均为单件",
    verifiedOnSchemaOnly: "欧盟知识产权局（operationCode、申请人编号另文件）、意大利、西班牙、英国及马德里的变体：仅依据"
      + "元素清单；一个文件多件商标的真实批量文件未见")

  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = head.baseAddress else { return false }
    func holds(_ text: StaticString) -> Bool {
      ByteSearch.first(text, in: start, count: head.count, from: 0) != nil
    }
    // ST.96 writes Trademark, and used the same root in its drafts.
    return !holds("TrademarkTransactionBody") && (holds("TradeMark") || holds("/trademarks\""))
  }

  /// A mark, where its applicants stand in it; else what holds the mark and the applicants beside.
  static func recordElement(of document: UnsafeBufferPointer<UInt8>) -> StaticString? {
    guard let bytes = document.baseAddress else { return recordElement }
    var place = 0
    while let found = ByteSearch.first(
      "TradeMark>", in: bytes, count: document.count, from: place)
    {
      place = found + 10
      var start = found
      while start > 0, bytes[start] != 0x3C { start -= 1 }
      let isEnd = bytes[start + 1] == 0x2F
      let isWhole = bytes[found - 1] == 0x2F || bytes[found - 1] == 0x3A
      guard isEnd, isWhole else { continue }
      if ByteSearch.first("ApplicantDetails", in: bytes, count: found, from: 0) != nil {
        return "TradeMark"
      }
      let next = DocumentProlog.skipSpace(bytes, document.count, place)
      let isFollowed =
        DocumentBoundary.startTags(
          "TradeMark", bytes, from: next, to: min(next + 64, document.count)
        ).first == next
      return isFollowed ? "TradeMark" : "TransactionContentDetails"
    }
    return "TransactionContentDetails"
  }

  static let paths: [FieldMap.Path] = {
    let data = "Transaction/TradeMarkTransactionBody/TransactionContentDetails/TransactionData"
    var paths: [FieldMap.Path] = [
      .range(data, begin: TrademarkField.transaction, end: TrademarkField.transactionEnd),
      .text(
        "Transaction/TransactionHeader/SenderDetails/RequestProducerDateTime",
        TrademarkField.producedOn),
    ]
    paths += partyPaths("\(data)/ApplicantDetails", "Applicant", .holder)
    paths += partyPaths("\(data)/RepresentativeDetails", "Representative", .representative)
    for parent in [
      "\(data)/TradeMarkDetails/TradeMark",
      "\(data)/TradeMarkApplication/TradeMarkDetails/TradeMark",
      "TradeMarkDetails/TradeMark", "TradeMark",
    ] {
      paths += markPaths(parent)
    }
    return paths
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    TrademarkBuilder.read(format: id, document, TrademarkBuilder.Settings(), into: &output)
  }

  private static func markPaths(_ mark: String) -> [FieldMap.Path] {
    let priority = "\(mark)/PriorityDetails/Priority"
    return inheritedPaths(mark) + [
      .attribute("\(mark)/@operationCode", TrademarkField.delivery),
      .text("\(mark)/ApplicationNumber", TrademarkField.applicationNumber),
      .text("\(mark)/ApplicationDateTime", TrademarkField.filingDate),
      .text("\(mark)/WordMarkSpecification/MarkVerbalElementText", TrademarkField.name),
      .text("\(mark)/WordMarkSpecification/MarkSignificantVerbalElement", TrademarkField.otherName),
      .text("\(mark)/KindMark", TrademarkField.kind),
      .text("\(mark)/MarkFeature", TrademarkField.feature),
      .begin(priority, TrademarkField.priority),
      .text("\(priority)/PriorityCountryCode", TrademarkField.priorityCountry),
      .text("\(priority)/PriorityNumber", TrademarkField.priorityNumber),
      .text("\(priority)/PriorityDate", TrademarkField.priorityDate),
      .text("\(priority)/PriorityExt/ForeignApplicationFilingDate", TrademarkField.priorityDate),
      .text(
        "\(mark)/DesignatedCountryDetails/DesignatedCountry/DesignatedCountryCode",
        TrademarkField.designation),
      .text("\(mark)/ReceivingOfficeCode", TrademarkField.originOffice),
      .text(
        "\(mark)/TradeMarkExt/RelatedMarkDetails/InternationalRegistrationNumber",
        TrademarkField.internationalNumber),
    ] + basePaths("\(mark)/BasicRegistrationApplicationDetails/BasicRegistrationApplication")
      + classPaths("\(mark)/GoodsServicesDetails") + statusPaths(mark)
      + partyPaths("\(mark)/ApplicantDetails", "Applicant", .holder)
      + partyPaths("\(mark)/ApplicantDetails/ApplicantKey", "Applicant", .holder)
      + partyPaths("\(mark)/PreviousHolderDetails", "Applicant", .formerHolder)
      + partyPaths("\(mark)/RepresentativeDetails", "Representative", .representative)
      + partyPaths(
        "\(mark)/RepresentativeDetails/RepresentativeKey", "Representative", .representative)
  }

  /// The elements of a mark that ST.96 has taken over from ST.66.
  static func inheritedPaths(_ mark: String) -> [FieldMap.Path] {
    [
      .range(mark, begin: TrademarkField.record, end: TrademarkField.recordEnd),
      .text("\(mark)/RegistrationOfficeCode", TrademarkField.office),
      .text("\(mark)/RegistrationNumber", TrademarkField.registrationNumber),
      .text("\(mark)/ApplicationDate", TrademarkField.filingDate),
      .text("\(mark)/RegistrationDate", TrademarkField.registrationDate),
      .text("\(mark)/ExpiryDate", TrademarkField.expiryDate),
      .text("\(mark)/MarkCurrentStatusCode", TrademarkField.status),
      .text("\(mark)/MarkCurrentStatusDate", TrademarkField.statusDate),
    ]
  }

  private static func basePaths(_ base: String) -> [FieldMap.Path] {
    [
      .text(
        "\(base)/BasicApplicationDetails/BasicApplication/BasicApplicationNumber",
        TrademarkField.basicNumber),
      .text(
        "\(base)/BasicRegistrationDetails/BasicRegistration/BasicRegistrationNumber",
        TrademarkField.basicNumber),
    ]
  }
}
