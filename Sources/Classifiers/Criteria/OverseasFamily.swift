import Dossiers
import Records

/// 在海外有同族专利权: at least one granted member of the family outside the mainland.
///
/// A publication alone, of a PCT application too, is not a right: CN and WO members never count. A
/// granted member without a date counts, one granted after the cut-off does not. Hong Kong, Macao
/// and Taiwan are domestic or overseas as the plan says. With `family: extended` the members of the
/// simple family count as well, since they are members of the extended one.
///
/// The office's register comes first; a row that leaves open whether its member was granted does not
/// answer. Where it has no row of the patent, the members of its simple
/// family in worldwide data answer: a member is a right if a document of a granting kind or an event
/// of grant tells so. They alone never say "no", since a delivery may hold a part of a family; the
/// plan says whether families are complete.
///
/// With `in-force-only` a member counts until an end of it is known: many deliveries hold no legal
/// events, and to take their silence for an end would drop every such right. The evidence says so.
///
/// Not met if the register has rows of the patent that all say whether they are granted, or if the plan says that families are
/// complete; a patent without any row has not been searched.
///
/// Source: note ① of the indicator table, no. 2.
package enum OverseasFamily: Criterion {
  package static let id = "overseas-family"
  package static let title = "在海外有同族专利权"
  package static let rule =
    "同族登记簿中有至少一件在内地以外获得授权的同族；登记簿无记载的，以大宗数据中的简单同族为准；仅有PCT或外国公开不计"

  package static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement {
    let members = patent.families.filter { isRight($0, in: context) }
    if !members.isEmpty { return .met(because: members.map { evidence($0, in: context) }) }
    if patent.families.isEmpty { return judge(patent.familyRights, in: context) }
    // A row that does not say whether its member was granted answers nothing: worldwide data may.
    let unstated = patent.families.filter { isGranted($0) == nil && counts($0, in: context) }
    let facts = patent.families.map { evidence($0) }
    guard !unstated.isEmpty else { return .notMet(because: facts) }
    let bulk = judge(patent.familyRights, in: context)
    if case .met = bulk { return bulk }
    return .undetermined(
      missing: unstated.map { .memberGrant(publication: $0.memberPublication ?? "") },
      because: facts)
  }

  /// The answer of worldwide data, where the register is silent.
  private static func judge(
    _ rights: [FamilyRight], in context: JudgementContext
  ) -> Judgement {
    let overseas = rights.filter { isOverseas($0.country, in: context) }
    let met = overseas.filter { $0.isGranted == true && counts($0, in: context) }
    if !met.isEmpty { return .met(because: met.map { evidence($0, in: context) }) }
    let undecided = overseas.filter { $0.isGranted == nil && counts($0, in: context) }
    var missing = undecided.map { Missing.memberGrant(publication: $0.publication) }
    if !context.familiesComplete { missing.append(.familySearch) }
    let facts = rights.map { evidence($0) }
    return missing.isEmpty
      ? .notMet(because: facts) : .undetermined(missing: missing, because: facts)
  }

  private static func counts(_ right: FamilyRight, in context: JudgementContext) -> Bool {
    if let grantedOn = right.grantedOn, grantedOn > context.cutOff { return false }
    if context.calibre.overseasFamily.inForceOnly, let endedOn = right.endedOn,
      endedOn <= context.cutOff
    {
      return false
    }
    return true
  }

  private static func isOverseas(_ country: String, in context: JudgementContext) -> Bool {
    if country == "CN" || country == "WO" { return false }
    return
      !(["HK", "MO", "TW"].contains(country)
      && context.calibre.overseasFamily.hongKongMacaoTaiwan == .domestic)
  }

  private static func isRight(_ row: FamilyRow, in context: JudgementContext) -> Bool {
    isGranted(row) == true && counts(row, in: context)
  }

  /// Whether the register says that the member was granted; nil where it does not say. Where the column
  /// is empty a date of grant says the same as 是; a row without a member says that there is none.
  static func isGranted(_ row: FamilyRow) -> Bool? {
    if let granted = row.granted { return granted }
    if row.grantedOn != nil { return true }
    return row.memberPublication == nil ? false : nil
  }

  /// Whether the member counts once it is granted.
  private static func counts(_ row: FamilyRow, in context: JudgementContext) -> Bool {
    let settings = context.calibre.overseasFamily
    if settings.family == .simple, row.familyKind == .extended { return false }
    guard let country = country(row), isOverseas(country, in: context) else { return false }
    if let grantedOn = row.grantedOn, grantedOn > context.cutOff { return false }
    if settings.inForceOnly, let ceasedOn = row.ceasedOn, ceasedOn <= context.cutOff {
      return false
    }
    return true
  }

  /// The member's country, from its column or the first letters of its number.
  static func country(_ row: FamilyRow) -> String? {
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

  /// - Parameter context: given where the member counts, so that the fact says what that rests on.
  private static func evidence(
    _ row: FamilyRow, in context: JudgementContext? = nil
  ) -> Evidence {
    Evidence(
      rule: id, source: row.source, field: "member_publication_no",
      value: (row.memberPublication ?? "检索无同族")
        + remark(ended: row.ceasedOn != nil, "登记簿未载终止日", in: context),
      date: row.grantedOn)
  }

  private static func evidence(
    _ right: FamilyRight, in context: JudgementContext? = nil
  ) -> Evidence {
    Evidence(
      rule: id, source: right.source, field: "family_id",
      value: right.publication + remark(ended: right.endedOn != nil, "数据中未见终止事件", in: context),
      date: right.grantedOn)
  }

  /// With `in-force-only` a granted member of which no end is known counts as in force: whoever reads
  /// the fact must see that nobody has confirmed it.
  private static func remark(
    ended: Bool, _ silence: String, in context: JudgementContext?
  ) -> String {
    guard let context, context.calibre.overseasFamily.inForceOnly, !ended else { return "" }
    return "（\(silence)，按有效计）"
  }

  package static var examples: [CriterionExample] {
    [
      .example("美国授权同族", .met) { $0.member("US11000000B2", granted: true, on: "2023-05-09") },
      .example("授权但无日期", .met) { $0.member("EP3000000B1", granted: true) },
      .example("检索过，无同族", .notMet) { $0.member(nil) },
      .example("登记簿未载是否授权", .undetermined) { $0.member("US11000000B2") },
      .example("登记簿未载是否授权，仅为PCT公开", .notMet) { $0.member("WO2021173713A1") },
      .example("登记簿未载是否授权，大宗数据有授权文本", .met) {
        $0.member("US11000000B2")
        $0.right("US", "US11000000B2", granted: true, on: "2023-05-09")
      },
      .example("没有任何一行：未检索", .undetermined) { _ in },
      .example("登记簿无记载，大宗数据有美国授权文本", .met) {
        $0.right("US", "US11000000B2", granted: true, on: "2023-05-09")
      },
      .example("登记簿记载检索无同族，大宗数据有授权文本：以登记簿为准", .notMet) {
        $0.member(nil)
        $0.right("US", "US11000000B2", granted: true, on: "2023-05-09")
      },
      .example("大宗数据仅有美国公开：可能不全", .undetermined) {
        $0.right("US", "US2021000001A1", granted: false)
      },
      .example("大宗数据仅有美国公开，同族数据完整", .notMet) {
        $0.right("US", "US2021000001A1", granted: false)
        $0.familiesComplete = true
      },
      .example("文献种类代码不能判断是否授权", .undetermined) {
        $0.right("ZZ", "ZZ1234567X", granted: nil)
        $0.familiesComplete = true
      },
      .example("大宗数据中的授权在截止日之后", .notMet) {
        $0.right("JP", "JP7000000B2", granted: true, on: "2026-01-01")
        $0.familiesComplete = true
      },
      .example("大宗数据中的同族已失效：口径仅计有效", .notMet) {
        $0.right("EP", "EP3000000B1", granted: true, on: "2021-01-06", ended: "2024-01-01")
        $0.familiesComplete = true
        $0.calibre.overseasFamily.inForceOnly = true
      },
      .example("大宗数据中的同族未见终止事件：口径仅计有效，按有效计", .met) {
        $0.right("EP", "EP3000000B1", granted: true, on: "2021-01-06")
        $0.calibre.overseasFamily.inForceOnly = true
      },
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
