import Records
import Testing

@testable import Formats

/// Broken rows, one line each.
struct CnipaRowTests {
  private typealias Table = TrademarkTableReading

  private func holders(_ rows: String) -> TrademarkTableReading.Result {
    Table.read(Table.holderHeader + "\n" + rows)
  }

  @Test func numbers() {
    for (cell, number) in [
      ("88000001", "88000001"), ("87988341A", "87988341A"), ("G123456A", "G123456A"),
      ("g1234567a", "G1234567A"), (" 88000001 ", "88000001"), ("\"88000001\"", "88000001"),
      ("８８０００００１", "88000001"), ("88000001\t", "88000001"), ("5", "5"),
    ] {
      #expect(Table.basics(Table.basic(cell)).rows.first?.number == number, "\(cell)")
    }
    for cell in ["", "云山", "8.8E+07", "88000001.5", "X88000001", "G", "88-000001"] {
      #expect(Table.basics(Table.basic(cell)).faults == ["2 no-number"], "\(cell)")
    }
  }

  @Test func classes() {
    for (cell, niceClass) in [("1", 1), ("09", 9), ("45", 45), (" 9 ", 9), ("第9类", 9), ("９", 9)] {
      #expect(Table.basics(Table.basic("88000001", cell)).rows.first?.niceClass == niceClass)
    }
    for cell in ["", "0", "46", "99", "x", "9;42", "100"] {
      #expect(Table.basics(Table.basic("88000001", cell)).faults == ["2 bad-value"], "\(cell)")
    }
  }

  @Test func lineBreaksInCells() {
    let rows = [
      "88000001,9,云山公司,,\"宿州市\n埇桥区\",\n", "88000001,9,云山公司,,宿州市\n埇桥区,\n",
      "88000001,9,云山公司,,宿州市\r\n埇桥区,\r\n", "88000001,9,云山公司,,宿州市\r埇桥区,\n",
    ]
    for row in rows {
      let result = holders(row + "88000002,9,乙,,丙,\n")
      #expect(result.rejects.isEmpty, "\(row)")
      #expect(result.marks.map { $0.holders.first?.address } == ["宿州市埇桥区", "丙"], "\(row)")
      #expect(result.rows.map { $0.source.offset } == [2, 3])
    }
    // In the last column, without quotes.
    let last = holders("88000001,9,甲,,乙,No. 1\nSuzhou\n88000002,9,丙,,丁,\n")
    #expect(last.rows.map { $0.text(.partyLatinAddress) } == ["No. 1 Suzhou", nil])
  }

  @Test func quotes() {
    for (cell, name) in [
      ("\"云,山\"", "云,山"), ("\"云\"\"山\"\"\"", "云\"山\""), ("云\"山\"", "云\"山\""), ("\"云山", "\"云山"),
      ("\"云\"山", "\"云\"山"), ("\"云山\"\"", "云山\""), ("\"\"", nil), ("\"云山\" ", "云山"),
    ] as [(String, String?)] {
      let result = Table.basics(Table.basic(name: cell), Table.basic("88000002", "9"))
      #expect(result.rejects.isEmpty, "\(cell)")
      #expect(result.rows.map { $0.text(.name) } == [name, "云山"], "\(cell)")
      #expect(result.rows.map { $0.number } == ["88000001", "88000002"], "\(cell)")
    }
    // The row behind has a class that does not exist, but it is a row.
    let bad = Table.basics(Table.basic(name: "\"云山"), Table.basic("88000002", "99"))
    #expect(bad.rows.count == 1 && bad.faults == ["3 bad-value"])
    // A quote that is never closed, with a line break: joined to the next line with a number.
    let open = holders("88000001,9,\"甲\n公司,,乙,\n88000002,9,丙,,丁,\n")
    #expect(open.marks.map { $0.holders.first?.name } == ["\"甲公司", "丙"] && open.rejects.isEmpty)
  }

  /// The excess belongs to the one free column with which all typed columns read as they should.
  @Test func commasWithoutQuotes() {
    let name = Table.basics(Table.basic(name: "GOOD, BETTER, BEST"))
    #expect(name.rows.first?.text(.name) == "GOOD, BETTER, BEST" && name.rejects.isEmpty)
    #expect(name.rows.first?.date(.termEnd)?.isoText == "2030-06-30")
    // Three columns of notes stand beside each other.
    #expect(Table.basics(Table.basic(note: "红,黄")).faults == ["2 bad-row"])
    let latin = holders("88000001,9,云山公司,Cloud Hill Co., Ltd,宿州市,Suzhou\n")
    #expect(latin.marks.first?.holders.first?.latinName == "Cloud Hill Co., Ltd")
    #expect(latin.marks.first?.holders.first?.address == "宿州市")
    // In two columns, and in one of two that look alike.
    #expect(holders("88000001,9,云山公司,Cloud Co., Ltd,宿州市,No. 1, Suzhou\n").faults == ["2 bad-row"])
    #expect(holders("88000001,9,云山公司,乙,丙,丁,戊\n").faults == ["2 bad-row"])
    let goods = Table.read(Table.goodsHeader + "\n88000001,25,2501,1,服装,鞋,删除\n")
    #expect(goods.rows.first?.text(.goodsName) == "服装,鞋")
    #expect(goods.rows.first?.isDeletedItem == true)
  }

  @Test func tooFewAndTooManyCells() {
    #expect(Table.basics(Table.basic() + ",,").rows.count == 1)
    #expect(Table.basics("88000001,25,2020-01-02,云山").faults == ["2 bad-row"])
    // The status is no deciding column.
    let goods = Table.read(
      Table.goodsHeader + "\n88000001,25,2501,1,服装\n88000001,25\n88000002,25,2501,1,服装,\n")
    #expect(goods.rows.map { $0.source.offset } == [2, 4] && goods.faults == ["3 bad-row"])
    #expect(goods.rows.first?.date(.termEnd) == nil)
  }

  @Test func badEncoding() {
    let rows = ["88000001,9,甲\u{1},,乙,\n", "88000002,9,丙,,丁,\n"].map { Array($0.utf8) }
    for damage in [
      [0xFF], [0xE5, 0xAE], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]] {
      var bytes = Array((Table.holderHeader + "\n").utf8)
      bytes += rows[0].map { [$0] }.map { $0 == [1] ? damage : $0 }.flatMap { $0 } + rows[1]
      let result = Table.read(bytes)
      #expect(result.faults == ["2 encoding"], "\(damage)")
      #expect(result.rows.map { $0.source.offset } == [3], "\(damage)")
    }
  }

  @Test func badGB18030() throws {
    for damage in [[0xFF], [0x80], [0xB0], [0xB0, 0x7F], [0x81, 0x30], [0x81, 0x30, 0x81]]
      as [[UInt8]]
    {
      let bytes =
        try Table.gb18030(Table.holderHeader + "\n88000001,9,甲") + damage
        + Table.gb18030(",,乙,\n88000002,9,丙,,丁,\n")
      let result = Table.read(bytes)
      #expect(result.faults == ["2 encoding"], "\(damage)")
      #expect(result.rows.map { $0.source.offset } == [3], "\(damage)")
    }
  }

  @Test func partiesWithoutAMarkAreKept() {
    #expect(holders("88000001,9,甲,,乙,\n88000001,9,甲,,乙,\n").rows.count == 2)
    #expect(holders("88000001,9,,,,\n").marks.first?.holders == [])
  }

  @Test func blankLinesCount() {
    let result = holders("\n88000001,9,甲,,乙,\n\r\n88000002,9,甲,,乙,\n\n")
    #expect(result.rows.map { $0.source.offset } == [3, 5] && result.rejects.isEmpty)
  }

  @Test func theRowWithoutALineEndWasCut() {
    #expect(Table.read(Table.basicHeader + "\n" + Table.basic()).faults == ["2 truncated"])
    #expect(holders("88000001,9,甲,,乙,\n88000002,9,甲,,宿").faults == ["3 truncated"])
    #expect(Table.read(Table.holderHeader).rows.isEmpty)
  }

  @Test func longRowsWithoutNumbers() {
    let lines = String(repeating: "\"a\n", count: 100_000)
    let result = holders("88000001,9,甲,,乙,\n" + lines + "88000002,9,甲,,乙,\n")
    #expect(result.rows.map { $0.number } == ["88000001", "88000002"])
    #expect(!result.rejects.isEmpty && result.rejects.count < 100)
  }
}
