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
      for index in 0..<text.count {
        let byte = text[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(0x22)
    needsComma = true
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
