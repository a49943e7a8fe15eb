import Records

/// International registrations of the Madrid system as WIPO's ROMARIN gives them: `MARKGR`, alone or
/// in a list.
///
/// Data stand in attributes: `IMAGE@TEXT` are the words. `OOCD` is the office of origin: `CN` for
/// outgoing registrations, which join to Chinese numbers by their basic numbers. The class 99 is
/// none, as in WIPO's own stylesheets. What happened are elements of the history, named for their codes.
enum Madrid: DocumentFormat {
  static let id = "madrid"
  static let roots: [StaticString] = ["MARKGR", "ROMARIN"]
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "MARKGR"

  static let description = FormatDescription(
    id: id, name: "马德里国际注册（ROMARIN）", root: "MARKGR",
    verifiedOnData: "无：公开渠道未见原始数据",
    verifiedOnSchemaOnly: "全部：仅依据世界知识产权组织的样式表和标签表；示例为自拟，列表的根元素名未知")

  static let paths: [FieldMap.Path] =
    markPaths("MARKGR") + markPaths("ROMARIN/MARKGR")

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    TrademarkBuilder.read(
      format: id, document,
      TrademarkBuilder.Settings(
        office: "WO", placeholderClass: "99", eventElements: eventElements, element: "MARKGR"),
      into: &output)
  }

  private static func markPaths(_ mark: String) -> [FieldMap.Path] {
    var paths: [FieldMap.Path] = [
      .range(mark, begin: TrademarkField.record, end: TrademarkField.recordEnd),
      .attribute("\(mark)/@INTREGN", TrademarkField.registrationNumber),
      .attribute("\(mark)/@INTREGD", TrademarkField.registrationDate),
      .attribute("\(mark)/@EXPDATE", TrademarkField.expiryDate),
      .attribute("\(mark)/@OOCD", TrademarkField.originOffice),
    ]
    // What holds at present stands under CURRENT or beside it.
    for parent in [mark, "\(mark)/CURRENT"] {
      let priority = "\(parent)/PRIGR"
      let base = "\(parent)/BASGR"
      paths += [
        .attribute("\(parent)/IMAGE/@TEXT", TrademarkField.name),
        .begin("\(parent)/THRDMAR", TrademarkField.hasThreeDimensionalMark),
        .begin("\(parent)/SOUMARI", TrademarkField.isSound),
        .begin("\(parent)/COLMARI", TrademarkField.isColour),
        .begin("\(parent)/STDMIND", TrademarkField.isStandardCharacters),
        .begin("\(parent)/TYPMARI", TrademarkField.isOtherKind),
        .text("\(base)/BASAPPGR/BASAPPN", TrademarkField.basicNumber),
        .text("\(base)/BASREGGR/BASREGN", TrademarkField.basicNumber),
        .begin(priority, TrademarkField.priority),
        .text("\(priority)/PRICP", TrademarkField.priorityCountry),
        .text("\(priority)/PRIAPPN", TrademarkField.priorityNumber),
        .text("\(priority)/PRIAPPD", TrademarkField.priorityDate),
        .text("\(parent)/DESAG/DCPCD", TrademarkField.designation),
        .text("\(parent)/DESPG/DCPCD", TrademarkField.designation),
        .text("\(parent)/DESPG2/DCPCD", TrademarkField.designation),
      ]
      paths += partyPaths("\(parent)/HOLGR", .holder)
      paths += partyPaths("\(parent)/PHOLGR", .formerHolder)
      paths += partyPaths("\(parent)/REPGR", .representative)
      paths += classPaths("\(parent)/BASICGS")
    }
    return paths + statusPaths(mark)
  }
}
