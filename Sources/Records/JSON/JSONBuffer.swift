/// Bytes of JSON text in the making: one growing buffer, no intermediate strings.
///
/// Keys are written in the order they are given. Absent values are left out, never `""` or `null`.
/// Callers nest `object` and `array`; commas are placed by the buffer.
package struct JSONBuffer: Sendable {
  /// The text, and behind it memory that is not used yet: a member is written with one check of the
  /// room there is, where appending its parts to an array would check each.
  private var storage: [UInt8]
  private var count = 0
  private var needsComma = false

  package init(reservingCapacity capacity: Int = 4096) {
    storage = Array(repeating: 0, count: capacity)
  }

  /// The text written so far.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// The text, whose memory goes to the caller.
  package consuming func takeBytes() -> [UInt8] {
    var bytes = storage
    storage = []
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Appends the text to other bytes.
  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: storage[..<count]) }

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    count = 0
    needsComma = false
  }

  /// Appends a row of comma-separated values, for records that are wanted as a table.
  package mutating func csvRow(_ cells: [String]) {
    var row: [UInt8] = []
    CSVText.append(cells, to: &row)
    row.withUnsafeBufferPointer { append($0) }
  }

  /// Ends a line of newline-delimited JSON.
  package mutating func endLine() {
    write(1) { $0[0] = 0x0A }
    needsComma = false
  }

  /// Writes so many bytes where there is room for them.
  @inline(__always)
  private mutating func write(_ length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    if storage.count - count < length { grow(length) }
    storage.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start + count) }
    }
    count += length
  }

  private mutating func grow(_ length: Int) {
    let capacity = max(storage.count * 2, count + length, 64)
    storage += repeatElement(0, count: capacity - storage.count)
  }

  @inline(__always)
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    write(text.count) { $0.update(from: start, count: text.count) }
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
  @inline(__always)
  package mutating func key(_ key: StaticString) {
    let comma = needsComma ? 1 : 0
    let length = key.utf8CodeUnitCount
    write(length + 3 + comma) { place in
      place[0] = 0x2C
      place[comma] = 0x22
      (place + comma + 1).update(from: key.utf8Start, count: length)
      place[comma + 1 + length] = 0x22
      place[comma + 2 + length] = 0x3A
    }
    needsComma = false
  }

  /// Begins a member whose key is not known at compile time.
  package mutating func key(text key: String) {
    string(key)
    write(1) { $0[0] = 0x3A }
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
      write(1) { $0[0] = UInt8(value) + 0x30 }
    } else {
      append(String(value))
    }
    needsComma = true
  }

  /// Writes a number in its shortest form that reads back the same; nil as `null`.
  package mutating func number(_ value: Double?) {
    separate()
    if let value, value.isFinite {
      let text = "\(value)"
      append(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    } else {
      append("null")
    }
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
    needsComma = true
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Writes a string with the escapes RFC 8259 requires; other characters stand as they are.
  package mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { text in
      let comma = needsComma ? 1 : 0
      let plain = JSONBuffer.plainLength(text, from: 0)
      // What needs no escape, almost every text, is written at once.
      write(plain + 1 + comma) { place in
        place[0] = 0x2C
        place[comma] = 0x22
        if let start = text.baseAddress { (place + comma + 1).update(from: start, count: plain) }
      }
      var index = plain
      while index < text.count {
        escape(text[index])
        let end = JSONBuffer.plainLength(text, from: index + 1)
        append(UnsafeBufferPointer(rebasing: text[index + 1..<end]))
        index = end
      }
      write(1) { $0[0] = 0x22 }
    }
    needsComma = true
  }

  /// The place of the first byte from `start` on that needs an escape, or the end.
  private static func plainLength(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      if index + 8 <= text.count, isPlain(eight: text, at: index) {
        index += 8
        continue
      }
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return index }
      index += 1
    }
    return index
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
    let letter: UInt8
    switch byte {
    case 0x22, 0x5C: letter = byte
    case 0x0A: letter = 0x6E
    case 0x0D: letter = 0x72
    case 0x09: letter = 0x74
    default:
      let digits = StaticString("0123456789abcdef").utf8Start
      write(6) { place in
        place.update(from: StaticString("\\u00").utf8Start, count: 4)
        place[4] = digits[Int(byte >> 4)]
        place[5] = digits[Int(byte & 15)]
      }
      return
    }
    write(2) { place in
      place[0] = 0x5C
      place[1] = letter
    }
  }

  private mutating func separate() {
    if needsComma { write(1) { $0[0] = 0x2C } }
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    write(1) { $0[0] = byte }
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    write(1) { $0[0] = byte }
    needsComma = true
  }
}
