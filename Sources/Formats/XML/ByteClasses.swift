/// What a byte may be in markup, one table look-up each.
struct ByteClasses {
  /// A letter or `_`: names of ASCII characters begin so.
  static let nameStart: UInt8 = 1
  /// A letter, a digit, `_`, `-` or `.`.
  static let name: UInt8 = 2
  static let space: UInt8 = 4
  /// ASCII in text without a meaning of its own; not `<`, `&`, `]`, carriage return.
  static let plainText: UInt8 = 8
  /// ASCII in an attribute's value without a meaning of its own; no quotes, `<`, `&`, line breaks.
  static let plainValue: UInt8 = 16

  private let table: UnsafeMutablePointer<UInt8>

  init() {
    table = .allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    for byte in 0..<0x80 {
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
      let isDigit = (0x30...0x39).contains(byte)
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      var bits: UInt8 = 0
      if isLetter { bits |= ByteClasses.nameStart }
      if isLetter || isDigit || byte == 0x2D || byte == 0x2E { bits |= ByteClasses.name }
      if isSpace { bits |= ByteClasses.space }
      let isMarkup = byte == 0x3C || byte == 0x26
      if byte >= 0x20 || isSpace, !isMarkup, byte != 0x5D, byte != 0x0D {
        bits |= ByteClasses.plainText
      }
      if byte >= 0x20, !isMarkup, byte != 0x22, byte != 0x27 { bits |= ByteClasses.plainValue }
      table[byte] = bits
    }
  }

  func deallocate() { table.deallocate() }

  @inline(__always)
  subscript(byte: UInt8) -> UInt8 { table[Int(byte)] }
}
