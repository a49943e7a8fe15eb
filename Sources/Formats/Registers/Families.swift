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
    let head = number.map { String($0.prefix(2)) }.flatMap { CountryName.isCode($0) ? $0 : nil }
    guard let text = cells.text(country) else { return head }
    if let code = CountryName.code(text) { return code }
    guard let head else {
      throw cells.fault(country, text, "a two-letter code of WIPO ST.3 such as US or EP")
    }
    return head
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
