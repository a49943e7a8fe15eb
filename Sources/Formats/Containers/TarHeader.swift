/// The header block of a tar member.
///
/// Source: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar, "Basic Tar Format".
struct TarHeader {
  static let blockCount = 512

  /// The path, with the prefix where there is one.
  var name: [UInt8]
  /// The bytes behind the header that are the member's.
  var count: Int
  var type: UInt8
  /// Whether sparse maps of GNU's old format follow in blocks of their own.
  var hasSparseBlocks: Bool

  /// Reads a header, nil if the block is none: its checksum or its size is wrong.
  init?(_ block: [UInt8]) {
    guard block.count == TarHeader.blockCount,
      block.withUnsafeBufferPointer({ TarHeader.isHeader($0) }),
      let count = TarHeader.number(block[124..<136])
    else { return nil }
    self.count = count
    type = block[156]
    hasSparseBlocks = type == 0x53 && block[482] != 0
    let isUstar = block[257..<262].elementsEqual("ustar".utf8)
    let isGNU = isUstar && block[262] == 0x20
    var name = Array(block[0..<100].prefix { $0 != 0 })
    let prefix = block[345..<500].prefix { $0 != 0 }
    if isUstar, !isGNU, !prefix.isEmpty { name = Array(prefix) + [0x2F] + name }
    self.name = name
  }

  /// Whether the bytes begin with a header: one whose checksum is right.
  static func isHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= blockCount, bytes[0] != 0 || bytes[345] != 0,
      let expected = number(Array(bytes[148..<156])[...])
    else { return false }
    var unsigned = 0
    var signed = 0
    for index in 0..<blockCount {
      // The checksum's own bytes count as spaces.
      let byte = (148..<156).contains(index) ? 0x20 : bytes[index]
      unsigned += Int(byte)
      signed += Int(Int8(bitPattern: byte))
    }
    // Old writers added signed bytes.
    return expected == unsigned || expected == signed
  }

  /// A number of a header: octal digits between blanks, or base 256 marked by the highest bit.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first else { return nil }
    if first == 0x80 {
      var value = 0
      for byte in field.dropFirst() {
        guard value < 1 << 54 else { return nil }
        value = value << 8 | Int(byte)
      }
      return value
    }
    var value = 0
    var hasEnded = false
    for byte in field.drop(while: { $0 == 0x20 }) {
      switch byte {
      case 0x30...0x37 where !hasEnded: value = value << 3 | Int(byte - 0x30)
      case 0x20, 0: hasEnded = true
      default: return nil
      }
    }
    return value
  }
}
