import Analyses
import CZlib
import Foundation
import Testing

@testable import Reports

/// What is written is read back by a decoder of its own: the footer's places, the pages, the values.
@Suite struct TableParquetTests {
  private let columns = [
    DataColumn("name", "名称", .text), DataColumn("count", "件数", .integer),
    DataColumn("share", "占比", .decimal), DataColumn("open", "公开", .boolean),
  ]

  private func table(_ rows: [[DataValue]]) -> DataTable {
    DataTable(id: "t", title: "表", grain: "一行", columns: columns, key: [], rows: rows)
  }

  @Test func valuesAndNullsComeBack() throws {
    let rows: [[DataValue]] = [
      [.text("宿州"), .integer(-7), .decimal(0.125), .boolean(true)],
      [.null, .null, .null, .null],
      [.text(""), .integer(.max), .decimal(-1e300), .boolean(false)],
      [.text("=1+1"), .integer(0), .decimal(0), .null],
    ]
    #expect(try ParquetDecoder(#require(TableParquet.bytes(table(rows)))).rows() == rows)
  }

  @Test func manyRowsComeBack() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let rows = (0..<20_000).map { _ -> [DataValue] in
      [
        next(5) == 0 ? .null : .text(String(repeating: "字", count: next(4))),
        next(5) == 0 ? .null : .integer(next(1000) - 500),
        next(5) == 0 ? .null : .decimal(Double(next(1000)) / 7),
        next(5) == 0 ? .null : .boolean(next(2) == 0),
      ]
    }
    let found = try ParquetDecoder(#require(TableParquet.bytes(table(rows)))).rows()
    #expect(found == rows, "seed \(seed)")
  }

  @Test func anEmptyTableHasColumnsAndNoRow() throws {
    let bytes = try #require(TableParquet.bytes(table([])))
    #expect(
      bytes.prefix(4) == Array("PAR1".utf8)[...] && bytes.suffix(4) == Array("PAR1".utf8)[...])
    #expect(try ParquetDecoder(bytes).rows().isEmpty)
  }

  @Test func theSameTableGivesTheSameBytes() {
    let rows: [[DataValue]] = [[.text("a"), .integer(1), .decimal(2), .boolean(true)]]
    #expect(TableParquet.bytes(table(rows)) == TableParquet.bytes(table(rows)))
  }
}

/// Reads the pages of the four columns above in their order; knows nothing of the writer.
private struct ParquetDecoder {
  private var bytes: [UInt8]
  private struct Damaged: Error {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func rows() throws -> [[DataValue]] {
    let length = Int(little(bytes.count - 8, 4))
    guard length < bytes.count else { throw Damaged() }
    var columns: [[DataValue]] = []
    var position = 4
    let end = bytes.count - 8 - length
    while position < end {
      var header = Compact(bytes, position)
      let fields = header.structure()
      guard let compressed = fields[3], let count = fields[51], let size = fields[2] else {
        throw Damaged()
      }
      let page = try inflated(Array(bytes[header.position..<header.position + compressed]), size)
      columns.append(try values(page, count: count, column: columns.count))
      position = header.position + compressed
    }
    guard let first = columns.first else { return [] }
    return first.indices.map { row in columns.map { $0[row] } }
  }

  private func values(_ page: [UInt8], count: Int, column: Int) throws -> [DataValue] {
    let size = Int(little(0, 4, page))
    var present: [Bool] = []
    var position = 4
    while position < 4 + size {
      var run = 0
      var shift = 0
      while page[position] & 0x80 != 0 {
        run |= Int(page[position] & 0x7F) << shift
        shift += 7
        position += 1
      }
      run |= Int(page[position]) << shift
      present += Array(repeating: page[position + 1] == 1, count: run >> 1)
      position += 2
    }
    guard present.count == count else { throw Damaged() }
    var values: [DataValue] = []
    var bit = 0
    for isPresent in present {
      guard isPresent else {
        values.append(.null)
        continue
      }
      switch column {
      case 0:
        let length = Int(little(position, 4, page))
        values.append(
          .text(String(decoding: page[position + 4..<position + 4 + length], as: UTF8.self)))
        position += 4 + length
      case 1:
        values.append(.integer(Int(Int64(bitPattern: little(position, 8, page)))))
        position += 8
      case 2:
        values.append(.decimal(Double(bitPattern: little(position, 8, page))))
        position += 8
      default:
        values.append(.boolean(page[position + bit / 8] >> UInt8(bit % 8) & 1 == 1))
        bit += 1
      }
    }
    return values
  }

  private func little(_ position: Int, _ size: Int, _ source: [UInt8]? = nil) -> UInt64 {
    let source = source ?? bytes
    return (0..<size).reduce(0) { $0 | UInt64(source[position + $1]) << UInt64(8 * $1) }
  }

  private func inflated(_ member: [UInt8], _ size: Int) throws -> [UInt8] {
    var stream = z_stream()
    guard ipatlas_inflate_gzip_init(&stream) == Z_OK else { throw Damaged() }
    defer { inflateEnd(&stream) }
    var input = member
    var output = [UInt8](repeating: 0, count: size + 1)
    let code = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard code == Z_STREAM_END, Int(stream.total_out) == size else { throw Damaged() }
    return Array(output.dropLast())
  }

  /// Thrift's compact protocol: integers and structures alone. Fields of a nested structure count from
  /// ten times its own number.
  private struct Compact {
    let bytes: [UInt8]
    var position: Int

    init(_ bytes: [UInt8], _ position: Int) {
      self.bytes = bytes
      self.position = position
    }

    mutating func structure() -> [Int: Int] {
      var fields: [Int: Int] = [:]
      var field = 0
      while bytes[position] != 0 {
        field += Int(bytes[position] >> 4)
        let type = bytes[position] & 0xF
        position += 1
        if type == 12 {
          for (inner, value) in structure() { fields[field * 10 + inner] = value }
        } else {
          var value = 0
          var shift = 0
          while bytes[position] & 0x80 != 0 {
            value |= Int(bytes[position] & 0x7F) << shift
            shift += 7
            position += 1
          }
          value |= Int(bytes[position]) << shift
          position += 1
          fields[field] = value >> 1
        }
      }
      position += 1
      return fields
    }
  }
}
