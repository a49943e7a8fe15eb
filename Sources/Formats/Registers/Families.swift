import Records

/// Members of patents' families in other countries (同族): one member a row; a row without a member
/// says that a search found none.
enum Families: Register {
  static let kind = RegisterKind.families
  static let chineseName = "同族"

  static let patent = RegisterColumn("专利号", "patent_no", required: true)
  static let member = RegisterColumn("同族公开号", "member_publication_no", required: true)
  static let country = RegisterColumn("同族国家", "member_country")
  static let granted = RegisterColumn("是否授权", "granted")
  static let grantedOn = RegisterColumn("授权日", "granted_on")
  static let ceasedOn = RegisterColumn("失效日", "ceased_on")
  static let familyKind = RegisterColumn("同族类型", "family_kind")
  static let checkedOn = RegisterColumn("检索日", "checked_on")

  static let columns = [
    patent, member, country, granted, grantedOn, ceasedOn, familyKind, checkedOn,
  ]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let number = cells.text(member).map { CellText.key($0) }
    return .family(
      FamilyRow(
        source: cells.source,
        patent: try cells.patent(patent),
        memberPublication: number,
        memberCountry: try memberCountry(cells, number),
        granted: try cells.flag(granted),
        grantedOn: try cells.day(grantedOn),
        ceasedOn: try cells.day(ceasedOn),
        familyKind: try kind(cells),
        checkedOn: try cells.day(checkedOn)))
  }

  /// The column's code or Chinese name, or the first two letters of the member's number.
  private static func memberCountry(
    _ cells: RegisterCells, _ number: String?
  ) throws(CellFault) -> String? {
    let head = number.map { String($0.prefix(2)) }.flatMap { isCountryCode($0) ? $0 : nil }
    guard let text = cells.text(country) else { return head }
    let code = CellText.key(text)
    if isCountryCode(code) { return code }
    if let named = countries[CellText.narrow(text)] { return named }
    guard let head else {
      throw cells.fault(country, text, "a two-letter code of WIPO ST.3 such as US or EP")
    }
    return head
  }

  /// Chinese names of offices that tables kept by hand use, with their WIPO ST.3 codes.
  private static let countries = [
    "中国": "CN", "美国": "US", "日本": "JP", "韩国": "KR", "德国": "DE", "英国": "GB", "法国": "FR",
    "欧洲": "EP", "欧专局": "EP", "欧洲专利局": "EP", "世界知识产权组织": "WO", "国际": "WO",
    "香港": "HK", "中国香港": "HK", "澳门": "MO", "中国澳门": "MO", "台湾": "TW", "中国台湾": "TW",
    "加拿大": "CA", "澳大利亚": "AU", "新西兰": "NZ", "印度": "IN", "俄罗斯": "RU", "新加坡": "SG",
    "马来西亚": "MY", "泰国": "TH", "越南": "VN", "印度尼西亚": "ID", "菲律宾": "PH", "巴西": "BR",
    "墨西哥": "MX", "南非": "ZA", "以色列": "IL", "土耳其": "TR", "意大利": "IT", "西班牙": "ES",
    "荷兰": "NL", "比利时": "BE", "奥地利": "AT", "瑞士": "CH", "瑞典": "SE", "芬兰": "FI",
    "丹麦": "DK", "挪威": "NO", "波兰": "PL", "欧亚专利局": "EA",
  ]

  private static func isCountryCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func kind(_ cells: RegisterCells) throws(CellFault) -> FamilyRow.FamilyKind {
    guard let text = cells.text(familyKind) else { return .simple }
    switch CellText.narrow(text).lowercased() {
    case "simple", "简单", "简单同族": return .simple
    case "extended", "扩展", "扩展同族": return .extended
    default: throw cells.fault(familyKind, text, "simple or extended")
    }
  }
}
