import Records

/// Enterprises on the lists that indicators ask for (企业名单): one enterprise on one list a row.
enum Enterprises: Register {
  static let kind = RegisterKind.enterprises
  static let chineseName = "企业名单"

  static let name = RegisterColumn("名称", "name", required: true)
  static let creditCode = RegisterColumn("统一社会信用代码", "uscc")
  static let list = RegisterColumn("名单", "list", required: true)
  static let year = RegisterColumn("年度", "year")
  static let region = RegisterColumn("行政区划代码", "region_code")
  static let industry = RegisterColumn("行业", "gbt4754")

  static let columns = [name, creditCode, list, year, region, industry]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let name = try cells.requiredText(name, "an enterprise's name")
    let code = try cells.creditCode(creditCode)
    let text = try cells.requiredText(list, listForm)
    guard let list = EnterpriseList(CellText.key(text)) else {
      throw cells.fault(list, text, listForm)
    }
    return .enterprise(
      EnterpriseRow(
        source: cells.source, name: name, creditCode: code, list: list,
        year: try cells.optionalYear(year), region: try cells.region(region),
        industry: cells.text(industry)))
  }

  private static let listForm =
    "one of " + EnterpriseList.allCases.map { $0.rawValue }.joined(separator: ", ")
}
