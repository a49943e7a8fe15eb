import Analyses

/// A table as a flat Parquet file: one row group, one page a column, plain values, gzip.
///
/// Text and days are UTF-8 strings (days as ISO text, as everywhere), counts INT64, decimals DOUBLE, flags
/// BOOLEAN; every column may hold nulls. The Chinese heading of each column stands in the file's
/// metadata under the column's name. Deterministic.
///
/// Source: apache/parquet-format, README.md, Encodings.md and parquet.thrift (2.9).
package enum TableParquet {
  private struct Chunk {
    var column: DataColumn
    var offset: Int
    /// Header and page.
    var compressed: Int
    var uncompressed: Int
    var count: Int
  }

  /// - Returns: nil where zlib has no memory.
  package static func bytes(_ table: DataTable) -> [UInt8]? {
    var bytes: [UInt8] = Array("PAR1".utf8)
    var chunks: [Chunk] = []
    for (index, column) in table.columns.enumerated() where !table.rows.isEmpty {
      let page = page(table.rows.map { $0[index] }, column.kind)
      guard let compressed = GzipText.compressed(page) else { return nil }
      var header = ThriftText()
      header.integer32(1, 0)
      header.integer32(2, page.count)
      header.integer32(3, compressed.count)
      header.structure(5) { header in
        header.integer32(1, table.rows.count)
        header.integer32(2, 0)
        header.integer32(3, 3)
        header.integer32(4, 3)
      }
      header.end()
      chunks.append(
        Chunk(
          column: column, offset: bytes.count, compressed: header.bytes.count + compressed.count,
          uncompressed: header.bytes.count + page.count, count: table.rows.count))
      bytes += header.bytes + compressed
    }
    let footer = footer(table, chunks)
    bytes += footer
    append(UInt32(footer.count), to: &bytes)
    bytes += Array("PAR1".utf8)
    return bytes
  }

  // MARK: Values

  private static func page(_ values: [DataValue], _ kind: DataColumn.Kind) -> [UInt8] {
    let levels = levels(values)
    var bytes: [UInt8] = []
    append(UInt32(levels.count), to: &bytes)
    bytes += levels
    var bits: [Bool] = []
    for value in values {
      switch value {
      case .null: break
      case .text(let text):
        append(UInt32(text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
      case .integer(let number): append(UInt64(bitPattern: Int64(number)), to: &bytes)
      case .decimal(let number): append(number.bitPattern, to: &bytes)
      case .boolean(let flag): bits.append(flag)
      }
    }
    if kind == .boolean {
      for start in stride(from: 0, to: bits.count, by: 8) {
        var byte: UInt8 = 0
        for (offset, flag) in bits[start..<min(start + 8, bits.count)].enumerated() where flag {
          byte |= 1 << UInt8(offset)
        }
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// 1 where there is a value, in runs.
  private static func levels(_ values: [DataValue]) -> [UInt8] {
    var bytes: [UInt8] = []
    var start = 0
    while start < values.count {
      let isNull = values[start] == .null
      var end = start
      while end < values.count, (values[end] == .null) == isNull { end += 1 }
      var run = UInt64(end - start) << 1
      while run >= 0x80 {
        bytes.append(UInt8(run & 0x7F) | 0x80)
        run >>= 7
      }
      bytes.append(UInt8(run))
      bytes.append(isNull ? 0 : 1)
      start = end
    }
    return bytes
  }

  // MARK: Metadata

  private static func footer(_ table: DataTable, _ chunks: [Chunk]) -> [UInt8] {
    var footer = ThriftText()
    footer.integer32(1, 1)
    let root = DataColumn("schema", "", .text)
    footer.structures(2, [root] + table.columns) { element, column in
      if column.name == root.name, column.title.isEmpty {
        element.text(4, root.name)
        element.integer32(5, table.columns.count)
        return
      }
      element.integer32(1, type(column.kind))
      element.integer32(3, 1)
      element.text(4, column.name)
      if column.kind == .text || column.kind == .day {
        element.integer32(6, 0)
        element.structure(10) { $0.structure(1) { _ in } }
      }
    }
    footer.integer64(3, table.rows.count)
    footer.structures(4, chunks.isEmpty ? [] : [chunks]) { group, chunks in
      group.structures(1, chunks) { chunk, item in
        chunk.integer64(2, item.offset)
        chunk.structure(3) { data in
          data.integer32(1, type(item.column.kind))
          data.integers(2, [0, 3])
          data.texts(3, [item.column.name])
          data.integer32(4, 2)
          data.integer64(5, item.count)
          data.integer64(6, item.uncompressed)
          data.integer64(7, item.compressed)
          data.integer64(9, item.offset)
        }
      }
      group.integer64(2, chunks.reduce(0) { $0 + $1.uncompressed })
      group.integer64(3, table.rows.count)
    }
    let pairs =
      [("title", table.title), ("grain", table.grain)]
      + table.columns.map { ("title.\($0.name)", $0.title) }
    footer.structures(5, pairs) { pair, item in
      pair.text(1, item.0)
      pair.text(2, item.1)
    }
    footer.text(6, "ipatlas")
    footer.end()
    return footer.bytes
  }

  private static func type(_ kind: DataColumn.Kind) -> Int {
    switch kind {
    case .boolean: 0
    case .integer: 2
    case .decimal: 5
    case .text, .day: 6
    }
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
