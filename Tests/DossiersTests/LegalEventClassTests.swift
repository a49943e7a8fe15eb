import Foundation
import Records
import ReferenceTables
import Testing

@testable import Dossiers

/// The states that follow from the project's own table of legal events, code by code.
@Suite struct LegalEventClassTests {
  private static func table() throws -> LegalEventTable {
    try LegalEventTable(try TableCatalogue().table("legal-events"))
  }

  private func standing(_ code: String?, _ name: String?, then: String? = nil) throws -> Standing {
    let table = try LegalEventClassTests.table()
    var settings = Fixture.settings()
    settings.classify = { table.eventClass(of: $0) }
    var events = [Fixture.event(code, "2025-03-04", name: name)]
    if let then { events.append(Fixture.event(then, "2025-06-03")) }
    return Fixture.state([Fixture.delivery()], events, settings).standing
  }

  @Test(
    arguments: [
      ("CF01", "专利权的终止"), ("C17", "专利权的终止"), ("C19", nil), ("MM4A", nil),
      (nil, "(①未缴年费专利权终止)"), (nil, "专利权的终止(未缴年费专利权终止)"), ("AV01", nil),
      ("C20", "专利权的视为放弃"), ("C25", nil), ("AR01", "避免重复授权放弃专利权"), ("RGAV", nil),
    ] as [(String?, String?)])
  func restorableEnds(code: String?, name: String?) throws {
    #expect(try standing(code, name).end != nil)
    #expect(try standing(code, name, then: "RR01").isInForce)
    #expect(try standing(code, name, then: "REIN").isInForce)
  }

  @Test(
    arguments: [
      ("CX01", nil), ("EXPY", nil), ("MK4A", nil), ("IW01", "专利权的无效宣告"),
      ("C35", "宣告专利权全部无效"), ("C28", "专利权的撤销"), (nil, "专利权全部无效"),
    ] as [(String?, String?)])
  func definiteEnds(code: String?, name: String?) throws {
    #expect(try standing(code, name).end != nil)
    #expect(try standing(code, name, then: "RR01").end != nil)
  }

  @Test(
    arguments: [
      ("IP01", "专利权的无效宣告"), ("AV02", nil), ("C35", "维持专利权有效"), ("PE01", nil), ("PP01", nil),
      ("PLDC", "专利申请权、专利权的质押、保全及解除"), ("DD01", nil), ("C15", nil), ("EE01", nil),
      ("CB03", "著录事项变更"), ("OL01", nil), ("C53", "更正"),
    ] as [(String?, String?)])
  func noEnds(code: String?, name: String?) throws {
    #expect(try standing(code, name).isInForce, "\(code ?? "") \(name ?? "")")
  }

  @Test(
    arguments: [
      ("C35", "专利权的无效、部分无效宣告"), ("C20", nil), ("ZZ99", "某项新事务"), (nil, "某项新事务"),
    ] as [(String?, String?)])
  func undecided(code: String?, name: String?) throws {
    #expect(try standing(code, name).missing == [.eventEffect(code: code, name: name)])
  }
}
