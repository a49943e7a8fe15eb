import Dossiers
import Records

/// 在海外有同族专利权: at least one granted member of the family outside the mainland.
///
/// A publication alone, of a PCT application too, is not a right: CN and WO members never count. A
/// granted member without a date counts, one granted after the cut-off does not. Hong Kong, Macao
/// and Taiwan are domestic or overseas as the plan says. With `family: extended` the members of the
/// simple family count as well, since they are members of the extended one.
///
/// Not met if the patent has at least one row of any kind, or if the plan says that the register
/// holds every family; a patent without any row has not been searched.
///
/// Source: note ① of the indicator table, no. 2.
package enum OverseasFamily: Criterion {
  package static let id = "overseas-family"
  package static let title = "在海外有同族专利权"
  package static let rule = "同族登记簿中有至少一件在内地以外获得授权的同族；仅有PCT或外国公开不计"

  package static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement {
    let members = patent.families.filter { isRight($0, in: context) }
    if !members.isEmpty { return .met(because: members.map { evidence($0) }) }
    if !patent.families.isEmpty || context.familiesComplete {
      return .notMet(because: patent.families.map { evidence($0) })
    }
    return .undetermined(missing: [.familySearch])
  }

  private static func isRight(_ row: FamilyRow, in context: JudgementContext) -> Bool {
    let settings = context.calibre.overseasFamily
    if settings.family == .simple, row.familyKind == .extended { return false }
    guard let country = country(row), country != "CN", country != "WO" else { return false }
    if ["HK", "MO", "TW"].contains(country), settings.hongKongMacaoTaiwan == .domestic {
      return false
    }
    // Where the column is empty a date of grant says the same as 是.
    guard row.granted ?? (row.grantedOn != nil) else { return false }
    if let grantedOn = row.grantedOn, grantedOn > context.cutOff { return false }
    if settings.inForceOnly, let ceasedOn = row.ceasedOn, ceasedOn <= context.cutOff {
      return false
    }
    return true
  }

  /// The member's country, from its column or the first letters of its number.
  private static func country(_ row: FamilyRow) -> String? {
    let given = (row.memberCountry ?? "").filter { !$0.isWhitespace }.uppercased()
    if let code = chineseNames[given] { return code }
    if given.utf8.count == 2 { return given }
    let number = (row.memberPublication ?? "").filter { !$0.isWhitespace }.uppercased()
    let prefix = number.prefix(2)
    let isCode = prefix.count == 2 && prefix.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isCode ? String(prefix) : given.isEmpty ? nil : given
  }

  private static let chineseNames = [
    "中国": "CN", "中国香港": "HK", "香港": "HK", "中国澳门": "MO", "澳门": "MO", "中国台湾": "TW", "台湾": "TW",
    "世界知识产权组织": "WO", "PCT": "WO",
  ]

  private static func evidence(_ row: FamilyRow) -> Evidence {
    Evidence(
      rule: id, source: row.source, field: "member_publication_no",
      value: row.memberPublication ?? "检索无同族", date: row.grantedOn)
  }

  package static var examples: [CriterionExample] {
    [
      .example("美国授权同族", .met) { $0.member("US11000000B2", granted: true, on: "2023-05-09") },
      .example("授权但无日期", .met) { $0.member("EP3000000B1", granted: true) },
      .example("检索过，无同族", .notMet) { $0.member(nil) },
      .example("没有任何一行：未检索", .undetermined) { _ in },
      .example("没有任何一行，但同族登记簿完整", .notMet) { $0.familiesComplete = true },
      .example("仅有PCT公开", .notMet) { $0.member("WO2021173713A1", granted: true) },
      .example("外国公开未授权", .notMet) { $0.member("US20210000001A1", granted: false) },
      .example("截止日之后授权", .notMet) {
        $0.member("JP7000000B2", granted: true, on: "2026-01-01")
      },
      .example("中国同族不计", .notMet) { $0.member("CN112345678B", granted: true) },
      .example("香港同族：默认视为境内", .notMet) { $0.member("HK1234567A", granted: true) },
      .example("香港同族：口径视为海外", .met) {
        $0.member("HK1234567A", granted: true)
        $0.calibre.overseasFamily.hongKongMacaoTaiwan = .overseas
      },
      .example("扩展同族：默认只看简单同族", .notMet) {
        $0.member("US11000000B2", granted: true, .extended)
      },
      .example("扩展同族：口径为扩展", .met) {
        $0.member("US11000000B2", granted: true, .extended)
        $0.calibre.overseasFamily.family = .extended
      },
      .example("已失效的同族：默认仍计", .met) {
        $0.member("US11000000B2", granted: true, ceased: "2024-01-01")
      },
      .example("已失效的同族：口径仅计有效", .notMet) {
        $0.member("US11000000B2", granted: true, ceased: "2024-01-01")
        $0.calibre.overseasFamily.inForceOnly = true
      },
    ].compactMap { $0 }
  }
}
