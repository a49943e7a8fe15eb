/// Bytes from a file as text that a terminal can show without obeying them.
package enum ReadableText {
  /// UTF-8, else GB18030, else byte by byte; control characters, and those that turn the direction of
  /// writing, are shown as `\x1B` and `\u{202E}`. Line ends and tabs stay.
  ///
  /// - Returns: the text, and the encoding where it is not UTF-8.
  package static func of(_ bytes: [UInt8]) -> (text: String, encoding: String?) {
    if let text = String(validating: bytes, as: UTF8.self) { return (escaped(text), nil) }
    // The last character may have been cut.
    for cut in 1...3 where bytes.count > 64 {
      if let text = String(validating: bytes.dropLast(cut), as: UTF8.self) {
        return (escaped(text), nil)
      }
    }
    let converted = bytes.withUnsafeBufferPointer { TextConversion.convert($0, from: "GB18030") }
    if case .success(let converted) = converted {
      return (escaped(String(decoding: converted, as: UTF8.self)), "GB18030")
    }
    var text = ""
    for byte in bytes {
      if byte >= 0x80 {
        text += "\\x" + hexadecimal(UInt32(byte), 2)
      } else {
        text.unicodeScalars.append(UnicodeScalar(byte))
      }
    }
    return (escaped(text), "of no known encoding")
  }

  package static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0: result += "\\x" + hexadecimal(scalar.value, 2)
      case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result += "\\u{" + hexadecimal(scalar.value, 4) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32, _ count: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
