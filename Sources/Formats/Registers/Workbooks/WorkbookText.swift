/// Collects the text of a string in a workbook: its runs joined, phonetic runs left out.
struct WorkbookText {
  private var bytes: [UInt8] = []
  private var isTaking = false
  private var phoneticDepth = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isTaking = false
    phoneticDepth = 0
  }

  mutating func start(_ name: String) {
    if name == "rPh" { phoneticDepth += 1 }
    if name == "t", phoneticDepth == 0 { isTaking = true }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if isTaking { bytes.append(contentsOf: text) }
  }

  mutating func end(_ name: String) {
    if name == "rPh" { phoneticDepth -= 1 }
    if name == "t" { isTaking = false }
  }

  var text: String { WorkbookText.unescaped(String(decoding: bytes, as: UTF8.self)) }

  /// The text with its escapes `_xHHHH_` resolved, by which characters are written that XML
  /// forbids; `_x005F_` is an underscore.
  ///
  /// Source: ECMA-376-1, 22.4.2.4 (bstr).
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 7, text.contains("_x") else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x5F, index + 6 < bytes.count, bytes[index + 1] == 0x78,
        bytes[index + 6] == 0x5F,
        bytes[index + 2..<index + 6].allSatisfy({ isHexDigit($0) }),
        let value = UInt32(
          String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        let scalar = UnicodeScalar(value), let encoded = UTF8.encode(scalar)
      {
        result.append(contentsOf: encoded)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }
}
