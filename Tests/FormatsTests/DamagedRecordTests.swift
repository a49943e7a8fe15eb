import Records
import Testing

@testable import Formats

/// A record whose tags are damaged costs no other, and is told of itself.
struct DamagedRecordTests {
  @Test(arguments: [0, 1, 4, 8])
  func aDamagedStartTagCostsItsOwnRecordAlone(place: Int) throws {
    for damage in ["<b:PRSRecorx ", "<b:PRSRecrd ", "<b:PRSRecordd "] {
      var records = (1...9).map { SyntheticExports.statusRecord($0) }
      records[place] = records[place].replacing("<b:PRSRecord ", with: damage, maxReplacements: 1)
      let result = try read(SyntheticExports.status(records))
      let kept = result.records.compactMap { $0.event?.source.record }
      #expect(kept == (1...9).filter { $0 != place + 1 }.map { String($0) }, "\(damage) \(place)")
      #expect(result.rejects.map { $0.code } == [.xmlSyntax], "\(damage) \(place)")
    }
  }

  @Test(arguments: [1, 4, 8])
  func aLostStartTagCostsItsOwnRecordAlone(place: Int) throws {
    var records = (1...9).map { SyntheticExports.statusRecord($0) }
    records[place] = String(records[place].drop { $0 != ">" }.dropFirst())
    let result = try read(SyntheticExports.status(records))
    #expect(result.records.count == 8)
    #expect(result.rejects.count == 1)
  }

  /// Whatever is damaged, no record may be there that was not delivered, and none may go untold.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func nothingIsLostUntold(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var bytes = Array(
      SyntheticExports.status((1...30).map { SyntheticExports.statusRecord($0) }).utf8)
    let whole = try read(bytes).records
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let place = 200 + Int((state >> 33) % UInt64(bytes.count - 300))
    bytes[place] = bytes[place] == 0x78 ? 0x79 : 0x78
    let result = try read(bytes)
    #expect(result.records.count + result.rejects.count >= whole.count, "seed \(seed) at \(place)")
    let untouched = result.records.filter { record in whole.contains { $0 == record } }
    #expect(untouched.count >= whole.count - 2, "seed \(seed) at \(place)")
  }
}
