/// How the text of a cell is folded before it is read; displayed text is only trimmed.
enum CellText {
  /// The text without white space and invisible marks (byte-order mark, zero-width space) at its
  /// ends.
  static func trimmed(_ text: String) -> String {
    if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isPlain(first), isPlain(last)
    {
      return text
    }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// The text with full-width letters, digits and signs as half-width ones, trimmed.
  static func narrow(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        narrow.append(half)
      } else {
        narrow.append(scalar)
      }
    }
    return trimmed(String(narrow))
  }

  /// A key: narrow, without any white space or invisible mark, in upper case.
  static func key(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in narrow(text).unicodeScalars where !isBlank(scalar) { kept.append(scalar) }
    return String(kept).uppercased()
  }

  /// The first control character that no cell may hold, nil if there is none: all that XML forbids too.
  /// Line breaks and tabs are a cell's own.
  static func controlCharacter(_ text: String) -> UInt8? {
    text.utf8.first { isControl($0) }
  }

  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// What a reject says of a control character.
  static func controlProblem(_ byte: UInt8) -> String {
    let digits = String(UInt32(byte) + 0x1_0000, radix: 16, uppercase: true).dropFirst()
    return
      "control character U+\(digits) found, expected text; the cell is damaged, deliver the table "
      + "again"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if isPlain(scalar) { return false }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  /// Whether the scalar is one of those that nearly all cells consist of: ASCII or an ideograph.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
  }
}
