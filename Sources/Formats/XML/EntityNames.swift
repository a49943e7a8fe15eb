/// References that are understood without a DTD: XML's five names, characters by number, and the names
/// of ``EntityTable``, whether the document names a DTD or not.
enum EntityNames {
  /// Whether a reference's name, or its `#` number, stands for a character.
  static func isKnown(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if name[0] == 0x23 { return isCharacter(name) }
    switch String(decoding: name, as: UTF8.self) {
    case "amp", "lt", "gt", "quot", "apos": return true
    case let text: return EntityTable.text(text) != nil
    }
  }

  /// The character of one of XML's five names, or of a `#` number written without a fault, else nil.
  static func plainScalar(_ name: UnsafeBufferPointer<UInt8>) -> UnicodeScalar? {
    guard let first = name.first else { return nil }
    guard first == 0x23 else {
      switch String(decoding: name, as: UTF8.self) {
      case "lt": return "<"
      case "gt": return ">"
      case "amp": return "&"
      case "quot": return "\""
      case "apos": return "'"
      default: return nil
      }
    }
    let isHexadecimal = name.count > 1 && name[1] == 0x78
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard (1...7).contains(digits.count) else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      case 0x41...0x46 where isHexadecimal: value = value * 16 + UInt32(byte - 0x37)
      case 0x61...0x66 where isHexadecimal: value = value * 16 + UInt32(byte - 0x57)
      default: return nil
      }
    }
    guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D, value != 0xFFFE,
      value != 0xFFFF
    else { return nil }
    return UnicodeScalar(value)
  }

  /// The text a reference stands for, without its `&` and `;`, or nil.
  static func text(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    if let scalar = plainScalar(name) { return String(scalar) }
    return name.first == 0x23 ? nil : EntityTable.text(String(decoding: name, as: UTF8.self))
  }

  /// An attribute's value as libxml2 gives it, its references resolved: `&#38;` stands for every `&`
  /// of the value, names for themselves, and all other references are resolved already.
  static func resolved(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < value.count {
      if value[index] == 0x26, let end = value[index...].firstIndex(of: 0x3B),
        let text = text(UnsafeBufferPointer(rebasing: value[index + 1..<end]))
      {
        bytes += Array(text.utf8)
        index = end + 1
      } else {
        bytes.append(value[index])
        index += 1
      }
    }
    return bytes
  }

  static func unknownReason(_ name: String) -> String {
    name.hasPrefix("#")
      ? "character reference &\(name); names no character that XML allows"
      : "entity &\(name); is not defined; expected one of XML's five names, of HTML's or of "
        + "DOCDB's; correct the name or deliver the document again"
  }

  private static func isCharacter(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var text = Substring(String(decoding: name.dropFirst(), as: UTF8.self))
    let radix = text.hasPrefix("x") ? 16 : 10
    if radix == 16 { text = text.dropFirst() }
    guard let value = UInt32(text, radix: radix), let scalar = UnicodeScalar(value),
      text.first != "+"
    else { return false }
    return scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      || [0x09, 0x0A, 0x0D].contains(scalar.value)
  }
}
