import Records
import Testing

@testable import ReferenceTables

@Suite struct LegalEventTableTests {
  let events: LegalEventTable

  init() throws { events = try LegalEventTable(TableCatalogue().table("legal-events")) }

  /// Source: EPO legal event codes 2024-17; the event names of the office's legal-status data.
  @Test(
    arguments: [
      ("GR01", nil, "granted", "grants"), ("C14", nil, "granted", "grants"),
      ("CF01", nil, "lapsed", "ends"), ("C19", nil, "lapsed", "ends"),
      ("MM4A", nil, "lapsed", "ends"),
      ("C17", "专利权的终止(专利权有效期届满)", "expired", "ends"), ("C17", nil, "lapsed", "ends"),
      ("CX01", nil, "expired", "ends"), ("EXPY", nil, "expired", "ends"),
      ("AV01", nil, "abandoned", "ends"), ("AR01", nil, "abandoned", "ends"),
      ("AV02", nil, "partially-abandoned", "none"), ("IW01", nil, "invalidated", "ends"),
      ("IP01", nil, "partially-invalidated", "none"), ("RR01", nil, "restored", "restores"),
      ("C52", nil, "restored", "restores"), ("TG01", nil, "term-compensation", "none"),
      ("PE01", nil, "pledge-registered", "none"), ("PP01", nil, "preserved", "none"),
      ("PM01", nil, "pledge-changed", "none"), ("PC01", nil, "pledge-cancelled", "none"),
      ("CP02", "专利权人的姓名或者名称、地址的变更", "readdressed", "owner"),
      ("TR01", nil, "transferred", "owner"), (" cf01 ", nil, "lapsed", "ends"),
      ("C20", "专利权的主动放弃", "abandoned", "ends"),
      ("C20", "被视为撤回的申请（视为放弃取得专利权的权利）", "deemed-withdrawn", "none"),
      ("C35", "维持专利权有效", "maintained", "none"),
      ("C35", "宣告专利权全部无效", "invalidated", "ends"),
      ("C28", "专利权的撤销", "revoked", "ends"),
      ("PLDC", "专利权质押合同登记的生效", "pledge-registered", "none"),
      ("PLDC", "专利权的保全", "preserved", "none"),
      (nil, "未缴年费专利权终止", "lapsed", "ends"), (nil, "①未缴年费专利权终止", "lapsed", "ends"),
      (nil, "专利权的终止（未缴年费专利权终止）", "lapsed", "ends"),
      (nil, "专利权的终止 ( 专利权有效期届满 )", "expired", "ends"),
      (nil, "权利的恢复", "restored", "restores"), ("ZZ99", "授权", "granted", "grants"),
      (nil, "专利申请权、专利权的转移", "transferred", "owner"),
    ] as [(String?, String?, String, String)])
  func meaning(_ code: String?, _ name: String?, _ eventClass: String, _ effect: String) throws {
    let meaning = try #require(events.meaning(code: code, name: name))
    #expect(meaning.eventClass.rawValue == eventClass)
    #expect(meaning.effect.rawValue == effect)
  }

  /// What neither the code nor the name decides stays open.
  @Test(
    arguments: [
      ("C20", nil), ("C28", nil), ("C35", nil), ("C35", "专利权的无效、部分无效宣告"), ("C32", nil),
      ("PLDC", "专利（申请）权的质押、保全及解除"), (nil, "专利权的无效宣告"), ("ZZ99", nil), (nil, nil),
      ("ZZ99", "不明事项"), (nil, ""),
    ] as [(String?, String?)])
  func undetermined(_ code: String?, _ name: String?) {
    #expect(events.meaning(code: code, name: name) == nil)
  }

  @Test func knownIsNotTheSameAsDecided() {
    #expect(events.knows(code: "C35"))
    #expect(events.knows(name: "专利（申请）权的质押、保全及解除"))
    #expect(!events.knows(code: "ZZ99"))
    #expect(!events.knows(name: "不明事项"))
  }

  @Test func everyClassIsReached() throws {
    let classes = Set(try TableCatalogue().table("legal-events").values(of: "class") ?? [])
    #expect(classes == Set(LegalEventClass.allCases.map(\.rawValue)).union(["by-name"]))
  }

  /// An event that ends a right has the effect `ends`; one before the grant has none on a right.
  @Test func effectAndEndingAgree() throws {
    let table = try TableCatalogue().table("legal-events")
    let at = try table.positions(of: "effect", "ends", "class", "code")
    for row in table.rows {
      #expect((row[at[0]] == "ends") == (row[at[1]] == "right"), "\(row)")
      #expect((row[at[0]] == "by-name") == (row[at[2]] == "by-name"), "\(row)")
    }
  }
}
