import Records
import Testing

@testable import Formats

/// Trademark tables read without files around them.
enum TrademarkTableReading {
  struct Result: Equatable {
    var rows: [TrademarkRow] = []
    var rejects: [Reject] = []

    /// What the rejects are of, `3 no-number`.
    var faults: [String] { rejects.map { "\($0.source.offset) \($0.code.rawValue)" } }

    var marks: [Trademark] { rows.map { $0.trademark } }
  }

  static let basicHeader =
    "注册号/申请号,国际分类,申请日期,商标名称,商标类型,代理机构代码,初审公告期号,初审公告日期,注册公告期号,注册公告日期,"
    + "专用期开始日期,专用期结束日期,专用有效期,商标设计说明,商标颜色说明,放弃专用权说明,是否立体商标,是否共有申请,商标形态,"
    + "地理标志信息,颜色标志,是否驰名商标"
  static let holderHeader = "注册号/申请号,国际分类,注册人中文名称,注册人外文名称,注册人中文地址,注册人英文地址"
  static let goodsHeader = "注册号/申请号,国际分类,类似群,商品序号,商品中文名称,商品状态"

  /// A row of the basic table.
  static func basic(
    _ number: String = "88000001", _ niceClass: String = "25", name: String = "云山",
    type: String = "一般", filing: String = "2020-01-02", start: String = "2020-07-01",
    end: String = "2030-06-30", term: String = "2020-07-01至2030-06-30", note: String = "",
    solid: String = "否", indication: String = "", wellKnown: String = "否"
  ) -> String {
    [
      number, niceClass, filing, name, type, "11001", "1801", "2020-04-06", "1813", start, start,
      end, term, note, "", "", solid, "否", "", indication, "", wellKnown,
    ].joined(separator: ",")
  }

  static func basics(_ rows: String..., lineEnd: String = "\n") -> Result {
    read(([basicHeader] + rows).map { $0 + lineEnd }.joined())
  }

  static func read(_ text: String, name: String = "商标.csv") -> Result {
    read(Array(text.utf8), name: name)
  }

  static func read(_ bytes: [UInt8], name: String = "商标.csv") -> Result {
    blocks(bytes, ends: [], name: name)
  }

  /// Reads bytes cut at these places, each block as far as the reader takes it.
  static func blocks(_ bytes: [UInt8], ends: [Int], name: String = "商标.csv") -> Result {
    let reader = CnipaTableReader(fileName: name)
    var output = ReadOutput()
    var start = 0
    for end in ends + [bytes.count] where end >= start {
      let block = Array(bytes[start..<end])
      let isLast = end == bytes.count
      start += (block + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer {
        reader.read(
          UnsafeBufferPointer(rebasing: $0[..<block.count]), isLast: isLast,
          source: Source(file: name), into: &output)
      }
      if isLast { break }
    }
    return Result(
      rows: output.records.compactMap {
        if case .trademarkRow(let row) = $0 { return row }
        return nil
      }, rejects: output.rejects)
  }

  static func isRecognised(_ text: String, name: String = "a.csv") -> Bool {
    Array(text.utf8).withUnsafeBytes { CnipaTrademark.table(fileName: name, header: $0) != nil }
  }

  /// The text in GB18030.
  static func gb18030(_ text: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
        continue
      }
      bytes += try #require(encoding[scalar], "no bytes for \(scalar)")
    }
    return bytes
  }

  /// The two-byte characters by what they stand for, read backwards from the C library's converter.
  private static let encoding: [Unicode.Scalar: [UInt8]] = {
    var encoding: [Unicode.Scalar: [UInt8]] = [:]
    for first in 0x81...0xFE as ClosedRange<UInt8> {
      for second in 0x40...0xFE as ClosedRange<UInt8> where second != 0x7F {
        let pair = [first, second]
        guard let text = pair.withUnsafeBufferPointer({ GB18030.text($0) }),
          let scalar = text.unicodeScalars.first
        else { continue }
        encoding[scalar] = encoding[scalar] ?? pair
      }
    }
    return encoding
  }()
}
