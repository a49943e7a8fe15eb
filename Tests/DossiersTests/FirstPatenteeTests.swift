import Records
import Testing

@testable import Dossiers

@Suite struct FirstPatenteeTests {
  private func after(_ events: [LegalEvent], _ delivery: PublicationDelivery = Fixture.delivery())
    -> FirstPatentee?
  {
    Fixture.state([delivery], events).firstPatentee
  }

  private func transfer(
    _ day: String, _ pairs: [(String, String, String)], code: String = "TR01"
  ) -> LegalEvent {
    Fixture.event(
      code, day,
      [("登记生效日", day)]
        + pairs.flatMap { [("变更事项", $0.0), ("变更前权利人", $0.1), ("变更后权利人", $0.2)] })
  }

  @Test func assigneeElseApplicant() {
    #expect(after([])?.party.name == "宿州市甲公司")
    #expect(after([])?.party.region == RegionCode("341302"))
    let bare = Fixture.delivery(owner: nil, applicant: "申请人公司")
    #expect(after([], bare)?.party.name == "申请人公司")
  }

  @Test func transferWithAddress() {
    let moved = after([
      transfer(
        "2024-01-05",
        [("专利权人", "宿州市甲公司", "合肥乙公司"), ("地址", "234000 安徽省宿州市埇桥区一号", "230000 安徽省合肥市二号")])
    ])
    #expect(moved?.party == Party(sequence: 1, name: "合肥乙公司", address: "230000 安徽省合肥市二号"))
    #expect(moved?.address == .known)
  }

  @Test func transferWithoutAddressLosesThePlace() {
    let moved = after([transfer("2024-01-05", [("专利权人", "宿州市甲公司", "合肥乙公司")])])
    #expect(moved?.party == Party(sequence: 1, name: "合肥乙公司"))
    #expect(moved?.address == .unknownAfterTransfer)
    let told = after([
      transfer("2024-01-05", [("专利权人", "宿州市甲公司", "合肥乙公司")]),
      Fixture.event(
        "CP02", "2024-06-01", [("变更事项", "地址"), ("变更前", "三号"), ("变更后", "安徽省合肥市二号")]),
    ])
    #expect(told?.party.address == "安徽省合肥市二号")
    #expect(told?.address == .known)
  }

  @Test func transferBeforeOrOnGrantDoesNotCount() {
    for day in ["2022-05-01", "2022-06-03"] {
      #expect(
        after([transfer(day, [("专利权人", "宿州市甲公司", "合肥乙公司")])])?.party.name == "宿州市甲公司")
    }
    #expect(
      after([transfer("2022-06-04", [("专利权人", "宿州市甲公司", "合肥乙公司")])])?.party.name == "合肥乙公司")
  }

  @Test func coPatenteeNeverIsTheFirst() {
    let kept = after([transfer("2024-01-05", [("共同专利权人", "宿州市甲公司", "合肥乙公司")])])
    #expect(kept?.party.name == "宿州市甲公司")
    #expect(kept?.address == .known)
    let delivery = Fixture.delivery(others: ["淮北丙公司"])
    let other = after([transfer("2024-01-05", [("专利权人", "淮北丙公司", "合肥乙公司")])], delivery)
    #expect(other?.party.name == "宿州市甲公司")
  }

  @Test func pairsAreMatchedByTheValueBefore() {
    let moved = after([
      transfer(
        "2024-01-05",
        [("专利权人", "淮北丙公司", "合肥丁公司"), ("专利权人", "宿州市甲公司", "合肥乙公司")])
    ])
    #expect(moved?.party.name == "合肥乙公司")
    let readdressed = after([
      Fixture.event(
        "CP02", "2024-01-05",
        [
          ("变更事项", "地址"), ("变更前", "别处"), ("变更后", "错"), ("变更事项", "地址"),
          ("变更前", "安徽省宿州市埇桥区一号"), ("变更后", "安徽省宿州市萧县三号"),
        ])
    ])
    #expect(readdressed?.party.address == "安徽省宿州市萧县三号")
    #expect(readdressed?.party.region == nil)
    #expect(readdressed?.party.country == nil)
  }

  @Test func firstPatenteeAndCombinedItems() {
    let first = after([transfer("2024-01-05", [("第一专利权人", "宿州市甲公司", "合肥乙公司")])])
    #expect(first?.party.name == "合肥乙公司")
    for value in ["合肥乙公司+安徽省合肥市二号", "合肥乙公司 安徽省合肥市二号", "合肥乙公司；安徽省合肥市二号", "合肥乙公司安徽省合肥市二号"] {
      let both = after([transfer("2024-01-05", [("专利权人+地址", "宿州市甲公司 旧址", value)])])
      #expect(both?.party == Party(sequence: 1, name: "合肥乙公司", address: "安徽省合肥市二号"), "\(value)")
    }
    let coded = after([transfer("2024-01-05", [("专利权人+地址", "宿州市甲公司", "合肥乙公司230000安徽省合肥市二号")])])
    #expect(coded?.party.address == "230000安徽省合肥市二号")
    let pairs = after([
      Fixture.event(
        "CP03", "2024-01-05",
        [
          ("变更事项", "专利权人+地址"), ("变更前", "宿州市甲公司"), ("变更后", "宿州新甲公司"),
          ("变更前", "安徽省宿州市埇桥区一号"), ("变更后", "安徽省宿州市泗县五号"),
        ])
    ])
    #expect(pairs?.party == Party(sequence: 1, name: "宿州新甲公司", address: "安徽省宿州市泗县五号"))
  }

  @Test func addressInTheLabel() {
    for item in ["专利权人", "专利权人+地址"] {
      let moved = after([
        Fixture.event(
          "TR01", "2024-01-05",
          [
            ("变更事项", item), ("变更前权利人", "宿州市甲公司"), ("变更前地址", "旧"), ("变更后权利人", "合肥乙公司"),
            ("变更后地址", "安徽省合肥市二号"),
          ])
      ])
      #expect(moved?.party == Party(sequence: 1, name: "合肥乙公司", address: "安徽省合肥市二号"))
    }
    let bare = after([
      Fixture.event(
        "CP03", "2024-01-05",
        [
          ("变更前专利权人", "宿州市甲公司"), ("变更后专利权人", "宿州新甲"), ("变更前地址", "旧"),
          ("变更后地址", "安徽省宿州市泗县五号"),
        ])
    ])
    #expect(bare?.party == Party(sequence: 1, name: "宿州新甲", address: "安徽省宿州市泗县五号"))
  }

  @Test func changesThatAreNotThePatentees() {
    let kept = after([
      Fixture.event(
        "CP03", "2024-01-05",
        [("变更事项", "发明人"), ("变更前", "张三"), ("变更后", "李四")])
    ])
    #expect(kept?.party.name == "宿州市甲公司")
    #expect(kept?.party.region == RegionCode("341302"))
  }

  @Test func applicationWithGrantEventOnlyFollowsItsTransfers() {
    let state = Fixture.state(
      [Fixture.delivery("A", published: "2021-12-10")],
      [
        Fixture.event("GR01", "2022-06-07"),
        Fixture.event(
          "TA01", "2022-02-01",
          [("变更事项", "申请人"), ("变更前权利人", "宿州市甲公司"), ("变更后权利人", "合肥乙公司")]),
      ])
    #expect(state.firstPatentee?.party.name == "合肥乙公司")
  }

  @Test func transferWithoutReadableDayLosesThePlace() {
    let moved = after([
      Fixture.event("TR01", nil, [("变更事项", "专利权人"), ("变更前", "宿州市甲公司"), ("变更后", "合肥乙公司")])
    ])
    #expect(moved?.address == .unknownAfterTransfer)
  }

  @Test func renamingKeepsThePlace() {
    let renamed = after([
      Fixture.event("CP01", "2024-01-05", [("变更前", "宿州市甲公司"), ("变更后", "安徽甲股份")])
    ])
    #expect(renamed?.party.name == "安徽甲股份")
    #expect(renamed?.party.region == RegionCode("341302"))
    #expect(renamed?.party.country == "CN")
  }

  @Test func eventInTwoCodesHasOneEffect() {
    let full = transfer(
      "2024-01-05", [("专利权人", "宿州市甲公司", "合肥乙公司"), ("地址", "旧", "安徽省合肥市二号")])
    let old = transfer("2024-02-05", [("专利权人", "宿州市甲公司", "合肥乙公司")], code: "C41")
    for events in [[full, old], [old, full]] {
      #expect(after(events)?.party.address == "安徽省合肥市二号")
      #expect(after(events)?.address == .known)
    }
    let early = transfer("2024-01-03", [("专利权人", "宿州市甲公司", "合肥乙公司")], code: "C41")
    #expect(after([full, early])?.party.address == "安徽省合肥市二号")
  }

  @Test func transfersBackAndForth() {
    let events = [
      transfer("2023-01-05", [("专利权人", "宿州市甲公司", "乙公司"), ("地址", "一", "二")]),
      transfer("2024-01-05", [("专利权人", "乙公司", "宿州市甲公司"), ("地址", "二", "三")]),
    ]
    #expect(after(events)?.party == Party(sequence: 1, name: "宿州市甲公司", address: "三"))
  }

  @Test func correctionAfterTransferStatesTheGrant() {
    let correction = Fixture.delivery(
      "B9", published: "2025-01-01", produced: "2025-01-01", owner: "宿州市甲有限公司")
    let moved = Fixture.state(
      [Fixture.delivery(), correction],
      [transfer("2024-01-05", [("专利权人", "宿州市甲有限公司", "乙公司"), ("地址", "一", "二")])])
    #expect(moved.firstPatentee?.party.name == "乙公司")
  }

  @Test func transferAfterCutOff() {
    let event = transfer("2026-01-05", [("专利权人", "宿州市甲公司", "乙公司")])
    #expect(after([event])?.party.name == "宿州市甲公司")
  }

  @Test func fullWidthAndSpacesDoNotMatter() {
    let delivery = Fixture.delivery(owner: "宿州甲（集团）公司")
    let moved = after(
      [
        transfer(
          "2024-01-05", [("专利权人", "他人", "错"), ("专利权人", "宿州甲(集团) 公司", "乙公司")])
      ], delivery)
    #expect(moved?.party.name == "乙公司")
  }
}
