import Records
import Testing

@testable import Dossiers

@Suite struct TrademarkSettlementTests {
  private func entry(
    _ part: Trademark.Part?, order: Int, digest: UInt8, class niceClass: Int? = 9,
    file: Int64 = 1, offset: Int = 2, _ change: (inout TrademarkEntry) -> Void = { _ in }
  ) -> TrademarkEntry {
    var entry = TrademarkEntry(
      file: file, source: Source(file: "\(file).csv", offset: offset), format: "cnipa-trademark",
      part: part, office: "CN", number: "10000001")
    entry.order = order
    entry.digest = [digest]
    entry.classes = niceClass.map { [$0] } ?? []
    change(&entry)
    return entry
  }

  private func tally(
    _ entries: [TrademarkEntry]
  ) -> [Int64: [TrademarkSettlement.Outcome: Int]] {
    var tally: [Int64: [TrademarkSettlement.Outcome: Int]] = [:]
    for (file, outcome) in TrademarkSettlement(entries).outcomes {
      tally[file, default: [:]][outcome, default: 0] += 1
    }
    return tally
  }

  @Test func theLaterDeliveryHolds() {
    let entries = [
      entry(.basic, order: 2_023_000, digest: 9, file: 1),
      entry(.basic, order: 2_023_004, digest: 1, file: 2),
      entry(.basic, order: 2_023_000, digest: 3, class: 35, file: 1),
    ]
    #expect(tally(entries) == [1: [.superseded: 1, .held: 1], 2: [.held: 1]])
    let held = TrademarkSettlement(entries).held
    #expect(held.map { $0.digest } == [[1], [3]])
  }

  @Test func ofOneDeliveryTheGreaterDigestHolds() {
    let entries = [
      entry(.basic, order: 2_023_000, digest: 1, file: 1),
      entry(.basic, order: 2_023_000, digest: 2, file: 2),
    ]
    for entries in [entries, entries.reversed()] {
      #expect(tally(entries) == [1: [.superseded: 1], 2: [.held: 1]])
    }
  }

  @Test func theSameRowTwiceIsADuplicate() {
    let entries = [
      entry(.goods, order: 2_023_000, digest: 1, file: 1),
      entry(.goods, order: 2_023_004, digest: 1, file: 2),
    ]
    #expect(tally(entries) == [1: [.duplicate: 1], 2: [.held: 1]])
  }

  @Test func partiesOfTheLatestDeliveryReplaceAllBefore() {
    let entries = [
      entry(.coHolder, order: 2_023_000, digest: 1, class: nil, file: 1, offset: 2),
      entry(.coHolder, order: 2_023_000, digest: 2, class: nil, file: 1, offset: 3),
      entry(.coHolder, order: 2_023_004, digest: 3, class: nil, file: 2, offset: 2),
      entry(.coHolder, order: 2_023_004, digest: 4, class: nil, file: 2, offset: 3),
    ]
    #expect(tally(entries) == [1: [.superseded: 2], 2: [.held: 2]])
  }

  @Test func arrivalDecidesNothing() {
    var entries: [TrademarkEntry] = []
    for part in [Trademark.Part.basic, .holder, .coHolder, .goods] {
      for index in 0..<6 {
        entries.append(
          entry(
            part, order: 2_023_000 + index % 3, digest: UInt8(index / 2),
            class: index % 2 == 0 ? 9 : 35, file: Int64(index % 3), offset: index
          ) { $0.item = "\(index % 2)" })
      }
    }
    let expected = TrademarkSettlement(entries).held
    let counts = tally(entries)
    // Every step that shares no factor with the number of entries is another order of all of them.
    let all = entries
    for step in [5, 7, 11, 13, 17, 19, 23] {
      entries = all.indices.map { all[$0 * step % all.count] }
      #expect(TrademarkSettlement(entries).held == expected)
      #expect(tally(entries) == counts)
    }
  }
}
