import Records
import Testing

@testable import Formats

/// Tables read in blocks give what they give when they are read whole.
struct TableRunTests {
  private static let header = "登记号,专利号,出质人,登记日,质押金额（万元）,备注,\n"

  private func whole(_ bytes: [UInt8]) -> UnitOutput {
    blocks(bytes, ends: [])
  }

  /// Reads a text cut at these places.
  private func blocks(_ bytes: [UInt8], ends: [Int], fault: ContainerFault? = nil) -> UnitOutput {
    var output = UnitOutput()
    let run = TableRun(RecognisedTable(id: "pledges") { RegisterReader(.pledges) })
    var start = 0
    for (number, end) in (ends + [bytes.count]).enumerated() {
      let block = ByteBlock()
      [UInt8](repeating: 0, count: TableRun.headroom).withUnsafeBufferPointer { block.append($0) }
      Array(bytes[start..<end]).withUnsafeBufferPointer { block.append($0) }
      start = end
      let isLast = end == bytes.count
      run.read(
        TableRun.Block(bytes: block, number: number, isLast: isLast, fault: isLast ? fault : nil),
        source: Source(file: "pledges.csv"), into: &output)
    }
    return output
  }

  /// Rows of all kinds: sound, quoted over lines, with broken quotes, blank, not UTF-8, too wide.
  private func text(_ random: inout SeededRandom) -> [UInt8] {
    let rows: [[UInt8]] =
      [
        "Y1,202110991218.8,甲,2021-05-06,500", "Y2,202110991218.7,甲,2021-05-06,500",
        "Y3,85202237,\"甲,\"\"乙\"\"", "公司\",2021年5月6日,\"1,000\",备\"注", "", " ,", "\"", "\"\"",
        "Y4,85202237,\"x\"y,2021-05-06,1", "Y5,85202237,,2021-05-06,1,,,8",
        "Y6,85202237,,2021-05-06",
        "\"Y7\" ,85202237,\"丙\",2021-05-06,\t", String(repeating: "长", count: 300),
      ].map { Array($0.utf8) } + [[0xFF, 0x2C, 0x61], [0xE5, 0xAE]]
    let ends: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D]]
    var bytes = Array((random.below(2) == 0 ? "\u{FEFF}" : "").utf8)
    bytes += Array(TableRunTests.header.utf8)
    for _ in 0..<random.below(12) {
      bytes += rows[random.below(rows.count)]
      bytes += ends[random.below(ends.count)]
    }
    if random.below(2) == 0 { bytes.removeLast() }
    return bytes
  }

  @Test func cutAnywhere() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let bytes = text(&random)
      let expected = whole(bytes)
      let head = min(bytes.count, TableRunTests.header.utf8.count + 4)
      var ends: [Int] = []
      var end = head
      while end < bytes.count {
        ends.append(end)
        end += random.below(20)
      }
      let read = blocks(bytes, ends: ends)
      #expect(read.read.records == expected.read.records, "seed \(seed)")
      #expect(read.read.rejects == expected.read.rejects, "seed \(seed)")
      #expect(read.formats == expected.formats)
      let reader = RegisterReader(.pledges)
      var output = ReadOutput()
      _ = bytes.withUnsafeBufferPointer {
        reader.read($0, isLast: true, source: Source(file: "pledges.csv"), into: &output)
      }
      #expect(output.records == expected.read.records && output.rejects == expected.read.rejects)
    }
  }

  /// Half a row may look like a whole one: 500 of 5000000.
  @Test func aTableThatIsCutLosesItsLastRow() {
    let bytes = Array(
      (TableRunTests.header + "Y1,85202237,,2021-05-06,1\nY2,85202237,,2021-05-06,500").utf8)
    let fault = ContainerFault(code: .badContainer, reason: "cut")
    for ends in [[], [bytes.count - 2], [bytes.count - 30]] {
      let read = blocks(bytes, ends: ends, fault: fault)
      #expect(read.read.records.count == 1)
      #expect(read.read.rejects.map { $0.reason } == ["cut"])
    }
  }

  @Test func aRowThatIsTooLongCostsItself() {
    var bytes = Array((TableRunTests.header + "Y1,85202237,,2021-05-06,1\n").utf8)
    bytes += repeatElement(0x61, count: 6 << 20)
    bytes += Array("\nY3,85202237,,2021-05-06,1\n".utf8)
    let ends = Array(stride(from: 1 << 20, to: bytes.count, by: 1 << 20))
    let read = blocks(bytes, ends: ends)
    #expect(read.read.records.count == 2)
    #expect(read.read.rejects.map { $0.source.record } == ["3"])
    #expect(read.read.rejects.map { $0.code } == [.badRow])
    guard case .register(.pledge(let last))? = read.read.records.last else {
      Issue.record("no row")
      return
    }
    #expect(last.registrationNumber == "Y3" && last.source.offset == 4)
  }
}
