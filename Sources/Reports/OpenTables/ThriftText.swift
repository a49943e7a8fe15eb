/// Bytes of Thrift's compact protocol, as far as Parquet's metadata needs it.
///
/// Source: Apache Thrift, thrift-compact-protocol.md; apache/parquet-format, parquet.thrift.
struct ThriftText {
  private(set) var bytes: [UInt8] = []
  /// The number of the field written last, a level of nesting each.
  private var fields: [Int] = [0]

  mutating func integer32(_ field: Int, _ value: Int) {
    header(field, 5)
    varint(ThriftText.zigzag(value))
  }

  mutating func integer64(_ field: Int, _ value: Int) {
    header(field, 6)
    varint(ThriftText.zigzag(value))
  }

  mutating func text(_ field: Int, _ value: String) {
    header(field, 8)
    text(value)
  }

  mutating func structure(_ field: Int, _ body: (inout ThriftText) -> Void) {
    header(field, 12)
    element(body)
  }

  mutating func structures<Item>(
    _ field: Int, _ items: [Item], _ body: (inout ThriftText, Item) -> Void
  ) {
    list(field, type: 12, count: items.count)
    for item in items { element { body(&$0, item) } }
  }

  mutating func texts(_ field: Int, _ items: [String]) {
    list(field, type: 8, count: items.count)
    for item in items { text(item) }
  }

  mutating func integers(_ field: Int, _ items: [Int]) {
    list(field, type: 5, count: items.count)
    for item in items { varint(ThriftText.zigzag(item)) }
  }

  /// Ends the outermost structure.
  mutating func end() { bytes.append(0) }

  private mutating func element(_ body: (inout ThriftText) -> Void) {
    fields.append(0)
    body(&self)
    bytes.append(0)
    fields.removeLast()
  }

  private mutating func list(_ field: Int, type: UInt8, count: Int) {
    header(field, 9)
    if count < 15 {
      bytes.append(UInt8(count) << 4 | type)
    } else {
      bytes.append(0xF0 | type)
      varint(UInt64(count))
    }
  }

  private mutating func header(_ field: Int, _ type: UInt8) {
    let delta = field - fields[fields.count - 1]
    fields[fields.count - 1] = field
    // Parquet's structures have no gap of more than fifteen fields.
    bytes.append(UInt8(delta) << 4 | type)
  }

  private mutating func text(_ value: String) {
    varint(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  private mutating func varint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  private static func zigzag(_ value: Int) -> UInt64 {
    UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63))
  }
}
