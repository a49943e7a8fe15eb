import Records

/// Annual fees of patents, due and paid (年费).
enum AnnualFees: Register {
  static let kind = RegisterKind.annualFees
  static let chineseName = "年费"

  static let patent = RegisterColumn("专利号", "patent_no", required: true)
  static let feeYear = RegisterColumn("年度", "fee_year", required: true)
  static let dueOn = RegisterColumn("缴费截止日", "due_on", required: true)
  static let paidOn = RegisterColumn("缴费日", "paid_on")

  static let columns = [patent, feeYear, dueOn, paidOn]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .annualFee(
      AnnualFeeRow(
        source: cells.source, patent: try cells.patent(patent), feeYear: try yearOfTerm(cells),
        dueOn: try cells.requiredDay(dueOn), paidOn: try cells.day(paidOn)))
  }

  /// Fees are counted by years of the term from the filing date, `7`, `第7年` or `第7年度`; a
  /// calendar year would leave open which of its two fees is meant.
  ///
  /// At most 25: twenty years and five of compensation. Source: 专利法(2020) Art. 42.
  private static func yearOfTerm(_ cells: RegisterCells) throws(CellFault) -> Int {
    let text = try cells.requiredText(feeYear, yearForm)
    var key = CellText.key(text)[...]
    if key.hasPrefix("第") { key = key.dropFirst() }
    if key.hasSuffix("年度") {
      key = key.dropLast(2)
    } else if key.hasSuffix("年") {
      key = key.dropLast()
    }
    guard key.utf8.count <= 2, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(key), (1...25).contains(year)
    else { throw cells.fault(feeYear, text, yearForm) }
    return year
  }

  private static let yearForm = "the year of the patent's term, 1 to 25, such as 7 or 第7年"
}
