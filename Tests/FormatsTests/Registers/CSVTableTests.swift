import Testing

@testable import Formats

struct CSVTableTests {
  /// Rows as `number:cell|cell`, faults as `number!code`.
  private func rows(_ text: String, width: Int? = nil) -> [String] {
    var found: [String] = []
    Array(text.utf8).withUnsafeBytes { bytes in
      var table = CSVTable(bytes)
      table.width = width
      while let (number, row) = table.next() {
        switch row {
        case .cells(let cells): found.append("\(number):" + cells.joined(separator: "|"))
        case .fault(let code, _): found.append("\(number)!\(code.rawValue)")
        }
      }
    }
    return found
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) {
    let lines = ["\u{FEFF}a,b", "1,2", "", "3,4", "", ""]
    #expect(rows(lines.joined(separator: end)) == ["1:a|b", "2:1|2", "4:3|4"])
  }

  @Test func quotes() {
    #expect(rows("a,\"b,c\",\"d\"\"e\"\n") == ["1:a|b,c|d\"e"])
    #expect(rows("\"a\nb\",c\nd,e") == ["1:a\nb|c", "2:d|e"])
    #expect(rows("\"\",\"\"\"\",5\" pipe\n") == ["1:|\"|5\" pipe"])
    #expect(rows("a,\"b\" ,c\n") == ["1:a|b|c"])
    #expect(rows("a,") == ["1:a|"])
    #expect(rows("") == [])
    #expect(rows(" ,\n\n") == [])
  }

  @Test func openQuoteCostsItsOwnLine() {
    #expect(rows("a,b\n1,\"x\n2,y\n3,z\n") == ["1:a|b", "2!bad-row", "3:2|y", "4:3|z"])
    #expect(rows("a,b\n1,\"x\n\"2\",\"y\"\n") == ["1:a|b", "2!bad-row", "3:2|y"])
    #expect(rows("a,b\n\"x\"y,1\n2,3\n") == ["1:a|b", "2!bad-row", "3:2|3"])
    let long = String(repeating: "x,y\n", count: 40_000)
    #expect(rows("a,b\n1,\"x\n" + long + "2,\"\n").filter { $0.hasSuffix(":x|y") }.count == 40_000)
  }

  @Test func cellsBeyondTheHeader() {
    #expect(rows("1,2,3\n1,2,\n1\n", width: 2) == ["1!bad-row", "2:1|2|", "3:1"])
    #expect(rows("1,\"2\n3,4,5\",6\n7,8\n", width: 2) == ["1!bad-row", "2!bad-row", "3:7|8"])
  }
}
