/// Writes JSON as UTF-8 bytes that depend on the value alone.
///
/// Keys keep their order; a `Double` has the shortest digits that read back as the same value; `</`
/// becomes `<\/` and U+2028/2029 are escaped, so that the text may stand inside an HTML script.
package struct JSONText {
  /// One line without spaces around marks, for NDJSON.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    appendLine(value, to: &bytes)
    return bytes
  }

  /// Lines indented by two spaces; a list or object that fits within 100 columns stands on one.
  package static func document(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    appendDocument(value, depth: 0, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// Appends the one-line form.
  package static func appendLine(_ value: JSONValue, to bytes: inout [UInt8]) {
    append(value, separator: ",", colon: ":", to: &bytes)
  }

  private static func append(
    _ value: JSONValue, separator: StaticString, colon: StaticString, to bytes: inout [UInt8]
  ) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
    // JSON has no infinity and no NaN.
    case .number(let number):
      bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    case .text(let text): appendQuoted(text, to: &bytes)
    case .list(let items):
      bytes.append(0x5B)
      for (index, item) in items.enumerated() {
        if index > 0 { append(separator, to: &bytes) }
        append(item, separator: separator, colon: colon, to: &bytes)
      }
      bytes.append(0x5D)
    case .object(let members):
      bytes.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { append(separator, to: &bytes) }
        appendQuoted(member.key, to: &bytes)
        append(colon, to: &bytes)
        append(member.value, separator: separator, colon: colon, to: &bytes)
      }
      bytes.append(0x7D)
    }
  }

  private static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func appendDocument(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
    var oneLine: [UInt8] = []
    append(value, separator: ", ", colon: ": ", to: &oneLine)
    let columns = oneLine.count { $0 & 0xC0 != 0x80 } + 2 * depth
    let isNested: Bool
    switch value {
    case .list(let items): isNested = !items.isEmpty
    case .object(let members): isNested = !members.isEmpty
    default: isNested = false
    }
    guard isNested, depth == 0 || columns > 98 else {
      bytes.append(contentsOf: oneLine)
      return
    }
    func breakLine(_ depth: Int) {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
    switch value {
    case .list(let items):
      bytes.append(0x5B)
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        breakLine(depth + 1)
        appendDocument(item, depth: depth + 1, to: &bytes)
      }
      breakLine(depth)
      bytes.append(0x5D)
    case .object(let members):
      bytes.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        breakLine(depth + 1)
        appendQuoted(member.key, to: &bytes)
        append(": ", to: &bytes)
        appendDocument(member.value, depth: depth + 1, to: &bytes)
      }
      breakLine(depth)
      bytes.append(0x7D)
    default: break
    }
  }

  private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes.append(contentsOf: "\\\"".utf8)
      case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
      case 0x2F where previous == 0x3C: bytes.append(contentsOf: "\\/".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(0x30, count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
      previous = scalar.value
    }
    bytes.append(0x22)
  }
}
