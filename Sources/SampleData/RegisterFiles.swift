import Records

/// Writes the office's own tables, some with Chinese and some with English column names.
final class RegisterFiles {
  private let folder: String
  private let pledges: OutputFile
  private let awards: OutputFile
  private let families: OutputFile
  private let decisions: OutputFile
  private(set) var rows: [String: Int] = [:]

  init(folder: String) throws {
    self.folder = folder
    pledges = try OutputFile(path: folder + "/pledges.csv")
    awards = try OutputFile(path: folder + "/awards.csv")
    families = try OutputFile(path: folder + "/families.csv")
    decisions = try OutputFile(path: folder + "/sei-decisions.csv")
    try pledges.append("\u{FEFF}登记号,专利号,出质人,质权人,登记日,解除日,质押金额\r\n")
    try awards.append("patent_no,award,level,year,session,link_kind,source\n")
    try families.append("专利号,同族公开号,同族国家,是否授权,授权日,失效日,同族类型,检索日,备注\n")
    try decisions.append("patent_no,sei_code,verdict,decided_by,decided_on,reason\n")
  }

  func append(_ application: Application) throws {
    for (offset, row) in application.pledgeRows.enumerated() {
      let number = RegisterFiles.form(of: application.number, application.index + offset)
      try pledges.append(
        "\(row.contract),\(number),宿州示例出质有限公司,\"宿州示例农村商业银行股份有限公司\","
          + "\(RegisterFiles.form(of: row.registered, application.index)),"
          + "\(row.released?.isoText ?? ""),\(row.amount)\r\n")
      rows["pledges", default: 0] += 1
    }
    for row in application.awardRows {
      let number = RegisterFiles.form(of: application.number, application.index + 1)
      try awards.append(
        "\(number),\(row.award),\(row.level),\(row.year),,\(row.link),示例登记\n")
      rows["awards", default: 0] += 1
    }
    for row in application.familyRows {
      let number = RegisterFiles.form(of: application.number, application.index + 2)
      try families.append(
        "\(number),\(row.member),\(row.country),\(row.granted),\(row.grantedOn),\(row.ceasedOn),"
          + "\(row.kind),2025-12-15,示例\n")
      rows["families", default: 0] += 1
    }
    if let decision = application.decision {
      let number = RegisterFiles.form(of: application.number, application.index + 3)
      try decisions.append(
        "\(number),\(decision.code),\(decision.belongs ? "是" : "否"),示例审核员,2025-11-20,逐件审核\n")
      rows["sei-decisions", default: 0] += 1
    }
  }

  /// Writes the population, then the bad and the unmatched rows; returns what must be said of them.
  func finish() throws -> (rejects: [SampleAnswers.ExpectedReject], unmatched: [String]) {
    let population = try OutputFile(path: folder + "/population.csv")
    try population.append("行政区划代码,年份,年末常住人口,来源\n")
    for row in RegisterFiles.population {
      try population.append("\(row.code),\(row.year),\(row.persons),示例统计公报\n")
      rows["population", default: 0] += 1
    }
    try population.flush()

    // Serial 9,999,992 and those above it are never given to an application.
    let unmatched = "201119999992"
    let number = ApplicationNumber(unmatched)?.canonical ?? unmatched
    try awards.append("\(number),中国专利奖,优秀奖,2020,,direct,示例登记\n")
    rows["awards", default: 0] += 1
    let wrong = number.hasSuffix("1") ? "2" : "1"
    try awards.append("\(number.dropLast())\(wrong),中国专利奖,金奖,2021,,direct,示例登记\n")
    try families.append("不详,US11111111B2,US,是,2020-05-05,,,2025-12-15,示例\n")
    try pledges.append("Y2024980999999,ZL\(number),示例,示例,2024-02-30,,600\r\n")
    try pledges.append("Y2024980999998,ZL\(number),示例,示例,2024-02-28,,约六百\r\n")
    for file in [pledges, awards, families, decisions] { try file.flush() }
    let further = try writeFurtherRegisters()
    return (
      further + [
        .init(file: "registers/awards.csv", code: "check-digit"),
        .init(file: "registers/families.csv", code: "no-number"),
        .init(file: "registers/pledges.csv", code: "bad-value"),
        .init(file: "registers/pledges.csv", code: "bad-value"),
      ], [number]
    )
  }

  private func writeFurtherRegisters() throws -> [SampleAnswers.ExpectedReject] {
    var rejects: [SampleAnswers.ExpectedReject] = []
    for register in FurtherRegisterFiles.files {
      let name = "\(register.register).csv"
      let file = try OutputFile(path: "\(folder)/\(name)")
      for line in [register.header] + register.rows + register.badRows.map({ $0.row }) {
        try file.append(line + "\n")
      }
      try file.flush()
      rows[register.id] = register.rows.count
      rejects += register.badRows.map { .init(file: "registers/\(name)", code: $0.code) }
    }
    return rejects
  }

  /// Year-end residents; the counties add up to the city.
  static let population: [(code: Int, year: Int, persons: Int)] = [
    (341300, 2022, 5_273_000), (341302, 2022, 1_742_000), (341321, 2022, 757_000),
    (341322, 2022, 1_011_000), (341323, 2022, 978_000), (341324, 2022, 785_000),
    (341300, 2023, 5_250_000), (341302, 2023, 1_740_000), (341321, 2023, 752_000),
    (341322, 2023, 1_004_000), (341323, 2023, 973_000), (341324, 2023, 781_000),
    (341300, 2024, SampleAnswers.persons), (341302, 2024, 1_741_000), (341321, 2024, 749_000),
    (341322, 2024, 999_000), (341323, 2024, 969_000), (341324, 2024, 778_000),
  ]

  /// One of the accepted ways of writing an application number.
  private static func form(of number: ApplicationNumber, _ choice: Int) -> String {
    let canonical = number.canonical
    let withoutPoint = canonical.filter { $0 != "." }
    switch choice % 7 {
    case 0: return canonical
    case 1: return "ZL" + canonical
    case 2: return "ZL " + canonical
    case 3: return withoutPoint
    case 4: return "CN" + withoutPoint.dropLast()
    case 5: return "ＺＬ" + canonical.replacing(".", with: "．")
    default: return canonical.lowercased() + " "
    }
  }

  /// One of the accepted ways of writing a day.
  private static func form(of day: CalendarDay, _ choice: Int) -> String {
    switch choice % 4 {
    case 0: return day.isoText
    case 1: return day.compact
    case 2: return "\(day.year)/\(day.month)/\(day.day)"
    default: return "\(day.year)年\(day.month)月\(day.day)日"
    }
  }
}
