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
