/// The number of a mark in its office: as delivered, and in the form that joins its records.
///
/// Only where an office's numbers are counted, not written to a fixed width, do leading zeros say
/// nothing: those of China (`00123456` is `123456`, `G01234567` is `G1234567`) and of the international
/// register. Serial numbers of the United States and numbers of Taiwan have a fixed width and keep
/// theirs.
package struct MarkNumber: Hashable, Sendable {
  /// As delivered.
  package let raw: String
  /// Without white space, full-width forms narrowed, in upper case, without zeros that say nothing.
  package let text: String

  /// Reads a number of an office, a WIPO ST.3 code; nil for a text without a digit other than 0.
  package init?(_ raw: some StringProtocol, office: String) {
    var folded = ""
    for scalar in raw.unicodeScalars where !scalar.properties.isWhitespace {
      let narrow =
        (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      folded.unicodeScalars.append(narrow)
    }
    folded = folded.uppercased()
    guard folded.unicodeScalars.contains(where: { ("1"..."9").contains($0) }) else { return nil }
    self.raw = String(raw)
    switch office {
    case "CN": text = MarkNumber.chinese(folded)
    case "WO", "IB": text = InternationalMarkNumber(folded)?.text ?? folded
    default: text = folded
    }
  }

  /// Whether a Chinese number may have zeros in front, told from its first two bytes: nearly none has,
  /// and tables have tens of millions.
  @inline(__always)
  package static func mayHaveLeadingZeros(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == 0x30 { return true }
    return first == 0x47 && bytes.count > 1 && bytes[1] == 0x30
  }

  /// `G` if any, digits without zeros in front, at most two letters; any other form stays as it is.
  private static func chinese(_ text: String) -> String {
    var rest = text[...]
    let prefix = rest.hasPrefix("G") ? "G" : ""
    rest = rest.dropFirst(prefix.count)
    let digits = rest.prefix { ("0"..."9").contains($0) }
    let letters = rest.dropFirst(digits.count)
    guard (1...12).contains(digits.count), letters.count <= 2,
      letters.allSatisfy({ ("A"..."Z").contains($0) })
    else { return text }
    return prefix + digits.drop { $0 == "0" } + letters
  }
}
