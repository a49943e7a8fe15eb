import Records

/// Trademarks of Taiwan's office (TIPO): applications (`tmarkappl`, also within `API`) and the
/// registrations of a gazette (`RegContentList`).
///
/// Gazette dates count years from 1911 on. Goods of marks filed before 15 July 1994 stand in classes
/// of Taiwan's own, numbered like Nice classes: they are no Nice classes. U+3000 in a name sets a
/// firm and its owner apart, or the parts of a name; co-owners are elements of their own.
///
/// Source: 商標法施行細則, amended 1994-07-15, which took over the Nice Classification.
enum TipoTrademark: DocumentFormat {
  static let id = "tipo-trademark"
  static let roots: [StaticString] = ["tmarkappl", "API", "RegContentList"]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "tmarkcontent"
  static let nestedRoots: [StaticString] = ["tmarkappl", "tmarkcontent"]

  static let description = FormatDescription(
    id: id, name: "台湾地区智慧财产局商标数据（申请、公报注册）", root: "tmarkappl, RegContentList",
    verifiedOnData: "公报注册清单一期（2,434 件）；申请样例 25 件（均为 1951 年，类似群为空）",
    verifiedOnSchemaOnly: "1994 年以后申请的类似群、多个申请人：未见真实申请文件")

  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = head.baseAddress, head.count > 4 else { return false }
    return start[1] != 0x41
      || ByteSearch.first("<tmarkappl", in: start, count: head.count, from: 0) != nil
  }

  static func recordElement(of document: UnsafeBufferPointer<UInt8>) -> StaticString? {
    guard let start = document.baseAddress, document.count > 1 else { return recordElement }
    return start[1] == 0x52 ? "RegContent" : "tmarkcontent"
  }

  static let paths: [FieldMap.Path] =
    applicationPaths("tmarkappl") + applicationPaths("API/tmarkappl") + gazettePaths

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    TrademarkBuilder.read(
      format: id, document,
      TrademarkBuilder.Settings(
        office: "TW", usesMinguoYears: true,
        nationalClassesBefore: PartialDate(number: 1994_07_15),
        element: "tmarkcontent> or <RegContent"),
      into: &output)
  }

  private static func applicationPaths(_ root: String) -> [FieldMap.Path] {
    let mark = "\(root)/tmarkcontent"
    let goods = "\(mark)/goodsclasses/goodsclass"
    return [
      .attribute("\(root)/@create-date", TrademarkField.producedOn),
      .range(mark, begin: TrademarkField.record, end: TrademarkField.recordEnd),
      .text("\(mark)/appl-no", TrademarkField.applicationNumber),
      .text("\(mark)/appl-date", TrademarkField.filingDate),
      .text("\(mark)/tmark-name", TrademarkField.name),
      .text("\(mark)/tmark-draft-c", TrademarkField.otherName),
      .text("\(mark)/tmark-draft-e", TrademarkField.otherName),
      .text("\(mark)/tmark-draft-j", TrademarkField.otherName),
      .text("\(mark)/tmark-class-desc", TrademarkField.kind),
      .text("\(mark)/tmark-type-desc", TrademarkField.feature),
      .begin("\(mark)/goodsclasses", TrademarkField.goodsServices),
      .begin(goods, TrademarkField.description),
      .text("\(goods)/goodsclass-code", TrademarkField.descriptionClass),
      .text("\(goods)/goods-name", TrademarkField.goods),
      .text("\(goods)/goods-group", TrademarkField.similarGroups),
    ] + partyPaths("\(mark)/parties/applicants/applicant", .holder)
      + partyPaths("\(mark)/parties/agents/agent", .representative)
  }

  private static let gazettePaths: [FieldMap.Path] = {
    let mark = "RegContentList/RegContent"
    return [
      .range(mark, begin: TrademarkField.record, end: TrademarkField.recordEnd),
      .text("\(mark)/CaseNo", TrademarkField.applicationNumber),
      .text("\(mark)/RegisterNo", TrademarkField.registrationNumber),
      .text("\(mark)/Trademark_Name", TrademarkField.name),
      .text("\(mark)/Filing_Date", TrademarkField.filingDate),
      .text("\(mark)/SDate", TrademarkField.registrationDate),
      .text("\(mark)/EDate", TrademarkField.expiryDate),
      .text("\(mark)/Trademark_Design", TrademarkField.feature),
      .text("\(mark)/Mark_Type", TrademarkField.kindNumber),
      .begin("\(mark)/RegContentClassification", TrademarkField.goodsServices),
      .text("\(mark)/RegContentClassification/Class", TrademarkField.classificationSymbol),
      .begin("\(mark)/RegContentOwner", TrademarkField.holder),
      .text("\(mark)/RegContentOwner/AChinese", TrademarkField.entity),
      .text("\(mark)/RegContentOwner/AEnglish", TrademarkField.latinName),
      .text("\(mark)/RegContentAgent/BChinese", TrademarkField.representativeName),
    ]
  }()
}
