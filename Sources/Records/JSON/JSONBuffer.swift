/// Bytes of JSON text in the making: one growing buffer, no intermediate strings.
///
/// Keys are written in the order they are given. Absent values are left out, never `""` or `null`.
/// Callers nest `object` and `array`; commas are placed by the buffer.
package struct JSONBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(reservingCapacity capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Appends a row of comma-separated values, for records that are wanted as a table.
  package mutating func csvRow(_ cells: [String]) { CSVText.append(cells, to: &bytes) }

  /// Ends a line of newline-delimited JSON.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an object whose members `body` writes.
  package mutating func object(_ body: (inout JSONBuffer) -> Void) {
    open(0x7B)
    body(&self)
    close(0x7D)
  }

  /// Writes an array whose elements `body` writes.
  package mutating func array(_ body: (inout JSONBuffer) -> Void) {
    open(0x5B)
    body(&self)
    close(0x5D)
  }

  /// Begins a member of the current object; its value must follow.
  package mutating func key(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Begins a member whose key is not known at compile time.
  package mutating func key(text key: String) {
    string(key)
    bytes.append(0x3A)
    needsComma = false
  }

  package mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  package mutating func member(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    integer(value)
  }

  package mutating func member(_ key: StaticString, _ value: Bool?) {
    guard let value else { return }
    self.key(key)
    boolean(value)
  }

  package mutating func integer(_ value: Int) {
    separate()
    if value >= 0, value < 10 {
      bytes.append(UInt8(value) + 0x30)
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
    needsComma = true
  }

  /// Writes a number in its shortest form that reads back the same; nil as `null`.
  package mutating func number(_ value: Double?) {
    separate()
    if let value, value.isFinite {
      let text = "\(value)"
      bytes.append(contentsOf: (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).utf8)
    } else {
      bytes.append(contentsOf: "null".utf8)
    }
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? Array("true".utf8) : Array("false".utf8))
    needsComma = true
  }

  /// Writes a string with the escapes RFC 8259 requires; other characters stand as they are.
  package mutating func string(_ value: String) {
    separate()
    bytes.append(0x22)
    var value = value
    value.withUTF8 { text in
      var start = 0
      var index = 0
      while index < text.count {
        if index + 8 <= text.count, JSONBuffer.isPlain(eight: text, at: index) {
          index += 8
          continue
        }
        let byte = text[index]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
          escape(byte)
          start = index + 1
        }
        index += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Whether none of eight bytes needs an escape; true for certain, false where one might.
  ///
  /// Each test sets the high bit of a byte: of one less than 0x20, of one equal to 0x22, 0x5C or 0x7F
  /// (zero after exclusive or). Bytes of other scripts have it set before and are left out.
  private static func isPlain(eight text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let eight = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let quotes = eight ^ (ones &* 0x22)
    let slashes = eight ^ (ones &* 0x5C)
    let deletes = eight ^ (ones &* 0x7F)
    let found =
      (eight &- ones &* 0x20) & ~eight | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
      | (deletes &- ones) & ~deletes
    return found & (ones &* 0x80) == 0
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    default:
      let digits = StaticString("0123456789abcdef").utf8Start
      bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }
}
