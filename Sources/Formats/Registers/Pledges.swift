import Records

/// Registered pledges of patents (专利权质押登记): one patent a row, one amount a contract.
///
/// The amount is kept in whole 元, cut, not rounded: no comparison with whole 元 can tell the
/// difference. Without a unit in the header it is in 万元.
enum Pledges: Register {
  static let kind = RegisterKind.pledges
  static let chineseName = "质押登记"

  static let registration = RegisterColumn("登记号", "registration_no", required: true)
  static let patent = RegisterColumn("专利号", "patent_no", required: true)
  static let pledgor = RegisterColumn("出质人", "pledgor")
  static let pledgee = RegisterColumn("质权人", "pledgee")
  static let registeredOn = RegisterColumn("登记日", "registered_on", required: true)
  static let releasedOn = RegisterColumn("解除日", "released_on")
  static let amount = RegisterColumn(
    "质押金额", "amount", required: true,
    units: [
      .init(names: ["元", "人民币元", "yuan", "rmb", "cny"], factor: 1),
      .init(names: ["千元"], factor: 1000),
      .init(names: ["万元", "人民币万元", "万", "万元人民币"], factor: 10_000),
      .init(names: ["百万元"], factor: 1_000_000),
      .init(names: ["亿元", "人民币亿元", "亿"], factor: 100_000_000),
    ],
    defaultFactor: 10_000)

  static let columns = [
    registration, patent, pledgor, pledgee, registeredOn, releasedOn, amount,
  ]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .pledge(
      PledgeRow(
        source: cells.source,
        registrationNumber: CellText.key(
          try cells.requiredText(registration, "a registration number such as Y2021980001234")),
        patent: try cells.patent(patent),
        pledgor: cells.text(pledgor),
        pledgee: cells.text(pledgee),
        registeredOn: try cells.requiredDay(registeredOn),
        releasedOn: try cells.day(releasedOn),
        amountInYuan: try cells.quantity(amount, "an amount such as 500 or 1,234.56")?.whole))
  }
}
