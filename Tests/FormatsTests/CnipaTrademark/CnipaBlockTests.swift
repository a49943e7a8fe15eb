import Records
import Testing

@testable import Formats

/// Tables cut into blocks, and tables that end early.
struct CnipaBlockTests {
  private typealias Table = TrademarkTableReading

  private static let headers = [
    Table.basicHeader, Table.holderHeader, Table.goodsHeader, "代理机构代码,代理机构名称",
    "国际分类,注册号,注册人中文名称",
  ]

  /// A table of sound and broken rows, lines that are none, and all line ends.
  private static func text(_ random: inout SeededRandom) -> (bytes: [UInt8], header: Int) {
    let pieces = [
      Table.basic(), Table.basic(name: "\"云\n山\""), Table.basic(name: "\"云山"), "G123456A,9,甲,,乙,丙",
      "88000001,25,2501,1,服装,", "88000001,25,2501,1,\"服\"\"装\",删除", "88000002,25,甲\n乙,,丙,丁",
      "88000003,9,云山公司,Cloud Co., Ltd,宿州市,Suzhou", "", "埇桥区", "\"", "a\",b", "\"x\"y,",
      "11001,某代理公司", "9,88000001,甲", "88000004", "8800", ",,,,,", "\"88000005\",9,甲,,乙,",
      "88000006,9,\"甲,,乙,", "88000007,99,甲,,乙,", String(repeating: "长", count: 40),
    ]
    let header = headers[random.below(headers.count)] + "\n"
    var bytes = Array(header.utf8)
    for _ in 0..<random.below(14) {
      bytes += Array(pieces[random.below(pieces.count)].utf8)
      if random.below(12) == 0 { bytes += [0xFF, 0xE5] }
      bytes += [[0x0A], [0x0A], [0x0D, 0x0A], [0x0D]][random.below(4)]
    }
    if random.below(2) == 0 { bytes.removeLast() }
    return (bytes, header.utf8.count)
  }

  @Test func cutAnywhere() {
    for seed in 1...1500 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let (bytes, header) = CnipaBlockTests.text(&random)
      let whole = Table.read(bytes)
      var ends: [Int] = []
      var end = header + random.below(30)
      while end < bytes.count {
        ends.append(end)
        end += 1 + random.below(random.below(3) == 0 ? 200 : 12)
      }
      #expect(Table.blocks(bytes, ends: ends) == whole, "seed \(seed)")
    }
  }

  /// Every whole record before the cut, and one reject unless the cut is at a line's end.
  @Test func truncatedAtEveryByte() throws {
    let text =
      Table.holderHeader + "\r\n88000001,9,甲,Cloud,宿州市,\r\n88000002,9,\"乙\r\n公司\",,\"埇,桥\",B\r\n"
      + "G123456A,9,丙,,丁,\r\n"
    for bytes in [Array(text.utf8), try Table.gb18030(text)] {
      let whole = Table.read(bytes)
      #expect(whole.rows.count == 3 && whole.rejects.isEmpty)
      let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
      // The fourth line end stands behind the third row; the third within a quoted cell.
      let rowEnds = [ends[1], ends[3], ends[4]]
      for cut in ends[0]...bytes.count {
        let result = Table.read(Array(bytes[..<cut]))
        let expected = rowEnds.filter { $0 <= cut }.count
        #expect(result.rows == Array(whole.rows[..<expected]), "cut at \(cut)")
        let isWhole = cut == ends[0] || rowEnds.contains(cut)
        #expect(result.rejects.count == (isWhole ? 0 : 1), "cut at \(cut)")
      }
      for cut in 0..<ends[0] {
        #expect(Table.read(Array(bytes[..<cut])).rows.isEmpty)
      }
    }
  }

  @Test func damagedAnywhere() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<3000 {
      var (bytes, _) = CnipaBlockTests.text(&random)
      for _ in 0...random.below(4) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] =
          [0x22, 0x0A, 0x2C, 0xFF, 0x00, 0x09, 0x30][random.below(7)]
      }
      let result = Table.read(bytes)
      for row in result.rows { _ = row.trademark }
    }
  }
}
