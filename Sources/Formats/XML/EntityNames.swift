import CLibXML2

/// Names of entities that are understood without a DTD.
///
/// The five of XML always; those of HTML 4 where a document names an external DTD, which is never
/// read (one in four real CNIPA documents names one that was not delivered).
enum EntityNames {
  /// Whether a reference's name, or its `#` number, stands for a character.
  static func isKnown(_ name: UnsafeBufferPointer<UInt8>, includingHTML: Bool) -> Bool {
    if name[0] == 0x23 { return isCharacter(name) }
    switch String(decoding: name, as: UTF8.self) {
    case "amp", "lt", "gt", "quot", "apos": return true
    case let text: return includingHTML && htmlEntityLookup(text) != nil
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

  static func unknownReason(_ name: String) -> String {
    name.hasPrefix("#")
      ? "character reference &\(name); names no character that XML allows"
      : "entity &\(name); is not defined; expected one of XML's five names, or of HTML's where the "
        + "document names a DTD"
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
