import Records
import Testing

@testable import Dossiers

@Suite struct DossierStateTests {
  @Test func pledgesByRegistrationNumber() {
    let events = [
      Fixture.event("PE01", "2024-02-01", [("登记号", "Y2024980000001"), ("登记生效日", "20240115")]),
      Fixture.event("PE01", "2024-02-08", [("登记号", "y2024980000001"), ("登记生效日", "20240115")]),
      Fixture.event("PC01", "2025-02-01", [("登记号", "Y2024980000001"), ("解除日", "20250115")]),
      Fixture.event("PE01", "2026-02-01", [("登记号", "Y2026980000002"), ("登记生效日", "20260115")]),
    ]
    let state = Fixture.state([Fixture.delivery()], events)
    #expect(state.pledges.map { $0.effect } == [.registered, .cancelled])
    #expect(state.pledges.map { $0.registrationNumber } == ["Y2024980000001", "Y2024980000001"])
    #expect(state.pledges.first?.effectiveOn == Fixture.day("2024-01-15"))
  }

  @Test func newerDeliveryOfAnEventWins() {
    var wrong = Fixture.event("CF01", "2025-03-01", [("终止日期", "20240826")], id: "7")
    wrong.producedOn = Fixture.day("2025-03-01")
    var right = Fixture.event("CF01", "2025-03-01", [("终止日期", "20260826")], id: "7")
    right.producedOn = Fixture.day("2025-04-01")
    #expect(Fixture.state([Fixture.delivery()], [right, wrong]).standing.isInForce)
    #expect(Fixture.state([Fixture.delivery()], [wrong, right]).standing.isInForce)
  }

  /// Records in any order and any number of copies give one state.
  @Test(arguments: [UInt64(1), 20_211_231, 7_777_777])
  func orderAndCopiesDoNotMatter(seed: UInt64) {
    var generator = Seeded(state: seed)
    for round in 0..<60 {
      let records = Seeded.records(&generator)
      let settings = Fixture.settings(
        events: Bool.random(using: &generator) ? .effective : .published,
        restoration: Bool.random(using: &generator) ? .fromPublication : .retroactive)
      let expected = Fixture.state(records.0, records.1, settings)
      for _ in 0..<6 {
        let copies = (0..<3).compactMap { _ in records.1.randomElement(using: &generator) }
        let again = (0..<2).compactMap { _ in records.0.randomElement(using: &generator) }
        let shuffled = Fixture.state(
          (records.0 + again).shuffled(using: &generator),
          (records.1 + copies).shuffled(using: &generator), settings)
        let isSame = shuffled == expected
        #expect(isSame, "seed \(seed), round \(round)")
      }
    }
  }
}

/// SplitMix64, so that a failure names a seed that repeats it.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  static func records(_ generator: inout Seeded) -> ([PublicationDelivery], [LegalEvent]) {
    func day() -> String {
      "202\(Int.random(in: 2...6, using: &generator))-0\(Int.random(in: 1...3, using: &generator))-01"
    }
    let kinds = ["A", "B", "B", "B8", "B9"]
    let deliveries = (0..<Int.random(in: 1...5, using: &generator)).map { index in
      var delivery = Fixture.delivery(
        kinds.randomElement(using: &generator)!, published: day(), produced: day(),
        status: [DeliveryStatus.new, .replaced, .deleted, nil].randomElement(using: &generator)!,
        digest: UInt8.random(in: 1...3, using: &generator),
        owner: ["甲", "乙"].randomElement(using: &generator)!)
      delivery.source.offset = index
      return delivery
    }
    let codes = Fixture.classes.keys.sorted() + ["ZZ99", "C35"]
    let events = (0..<Int.random(in: 0...8, using: &generator)).map { index in
      Fixture.event(
        codes.randomElement(using: &generator)!, day(),
        [
          ("登记号", "Y\(index % 3)"), ("变更事项", "专利权人"),
          ("变更前", ["甲", "乙", "丙"].randomElement(using: &generator)!),
          ("变更后", ["甲", "乙", "丙"].randomElement(using: &generator)!), ("变更事项", "地址"),
          ("变更前", "一"), ("变更后", "\(index)"),
        ],
        id: Bool.random(using: &generator) ? String(index) : nil)
    }
    return (deliveries, events)
  }
}
