import Records
import Testing

@testable import Dossiers

@Suite struct TrademarkDossierTests {
  private func entry(
    _ part: Trademark.Part?, class niceClass: Int? = 9, offset: Int = 2, order: Int = 1,
    _ change: (inout TrademarkEntry) -> Void = { _ in }
  ) -> TrademarkEntry {
    var entry = TrademarkEntry(
      file: 1, source: Source(file: "a", offset: offset),
      format: part == nil ? "st66" : "cnipa-trademark", part: part, office: "CN",
      number: "10000001")
    entry.order = order
    entry.classes = niceClass.map { [$0] } ?? []
    entry.digest = [UInt8(offset)]
    change(&entry)
    return entry
  }

  private func cases(_ entries: [TrademarkEntry]) -> [TrademarkCase] {
    TrademarkDossier(
      office: "CN", number: "10000001", settled: TrademarkSettlement(entries)
    ).cases
  }

  private func holder(_ name: String) -> (inout TrademarkEntry) -> Void {
    { $0.holders = [Holder(name: name)] }
  }

  @Test func aNumberHasACaseForEachClass() {
    let found = cases([
      entry(.basic, class: 35), entry(.basic, class: 9),
      entry(nil, class: nil) {
        $0.classes = [9, 42]
        $0.name = "甲"
      },
    ])
    #expect(found.map { $0.niceClass } == [9, 35, 42])
    #expect(found.map { $0.name } == ["甲", nil, "甲"])
  }

  @Test(arguments: [
    (Trademark.Kind.collective, true, true), (.certification, true, true),
    (.collective, false, false), (.individual, true, false),
  ])
  func aGeographicalMarkNeedsKindAndNote(kind: Trademark.Kind, note: Bool, isMark: Bool) {
    let found = cases([
      entry(.basic) {
        $0.kind = kind
        $0.isGeographicalIndication = note
      }
    ])
    #expect(found.first?.isGeographicalIndication == isMark)
  }

  @Test func holdersOfTheClassComeFirstAndEachNameOnce() {
    let found = cases([
      entry(.basic, class: 9), entry(.basic, class: 35),
      entry(.holder, class: 9, holder("甲公司")),
      entry(.coHolder, class: nil, offset: 3, holder("乙公司")),
      entry(.coHolder, class: nil, offset: 4, holder("甲 公司")),
    ])
    #expect(found.map { $0.holders.map { $0.name } } == [["甲公司", "乙公司"], ["甲公司", "乙公司"]])
  }

  /// 是否共有申请 of a later delivery says that co-owners have left; that of the same does not.
  @Test(arguments: [(1, ["甲公司", "乙公司"]), (2, ["甲公司"])])
  func coHoldersLeave(order: Int, names: [String]) {
    let found = cases([
      entry(.basic, order: order) { $0.isJoint = false }, entry(.holder, holder("甲公司")),
      entry(.coHolder, class: nil, holder("乙公司")),
    ])
    #expect(found.first?.holders.map { $0.name } == names)
  }

  @Test func aRenewalAnywhereMovesTheEndOn() {
    let found = cases([
      entry(.basic) { $0.expiryDate = PartialDate("2024-06-30") },
      entry(nil, offset: 7) { $0.expiryDate = PartialDate("2034-06-30") },
    ])
    #expect(found.first?.expiryDate?.isoText == "2034-06-30")
    #expect(found.first?.expirySource?.offset == 7)
  }

  @Test func groupsAreThoseOfItemsThatStand() {
    func item(_ name: String, _ group: String, _ isDeleted: Bool, _ offset: Int) -> TrademarkEntry {
      entry(.goods, offset: offset) {
        $0.item = name
        $0.groups = [group]
        $0.isDeletedItem = isDeleted
      }
    }
    let some = cases([
      entry(.basic), item("手机", "0907", false, 3), item("电脑", "0901", false, 4),
      item("仪器", "0910", true, 5),
    ])
    #expect(some.first?.groups == ["0901", "0907"])
    #expect(some.first?.hasOnlyDeletedItems == false)
    #expect(cases([entry(.basic), item("仪器", "0910", true, 5)]).first?.hasOnlyDeletedItems == true)
  }

  @Test func partiesWithoutACaseAreListed() {
    let found = cases([entry(.holder, class: 43, holder("甲公司"))])
    #expect(found.count == 1)
    #expect(found.first?.niceClass == 43 && found.first?.source == nil)
    #expect(cases([entry(.goods)]).first?.partsWithoutRecord == [.goods])
    #expect(cases([entry(.agency)]).isEmpty)
  }
}
