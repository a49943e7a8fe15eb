/// The forms in which names and addresses are compared; texts for display keep their characters.
package enum PartyText {
  /// The text without white space, full-width forms narrowed, letters in lower case.
  ///
  /// Comparing two keys with `==` is by canonical equivalence, so NFC needs no step of its own.
  static func key(_ text: some StringProtocol) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let narrowed: Unicode.Scalar
      switch scalar.value {
      case 0xFF01...0xFF5E: narrowed = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      default: narrowed = scalar
      }
      if narrowed.properties.isWhitespace { continue }
      key.append(contentsOf: narrowed.properties.lowercaseMapping.unicodeScalars)
    }
    return String(key)
  }

  /// The key of an address: like ``key(_:)``, without a leading postcode of six digits.
  static func addressKey(_ text: some StringProtocol) -> String {
    let key = key(text)
    let digits = key.prefix { ("0"..."9").contains($0) }
    return digits.count == 6 ? String(key.dropFirst(6)) : key
  }

  /// The first of several names in one value: `甲公司;乙公司` is 甲公司.
  package static func firstName(_ text: String) -> String {
    let head = text.prefix { !";；|\n".contains($0) }
    return trimmed(head)
  }

  /// A name and an address in one value (item 专利权人+地址): split at a plus or semicolon, else before
  /// a postcode, else at white space, else behind 公司. Without any of these the whole is the name.
  package static func nameAndAddress(_ text: String) -> (name: String, address: String?) {
    if let index = text.firstIndex(where: { "+＋;；|\n".contains($0) }) {
      return (
        trimmed(text[..<index]), present(trimmed(text[text.index(after: index)...]))
      )
    }
    var digits = 0
    for index in text.indices {
      digits = ("0"..."9").contains(text[index]) ? digits + 1 : 0
      guard digits == 6 else { continue }
      let next = text.index(after: index)
      if next < text.endIndex, ("0"..."9").contains(text[next]) { continue }
      let start = text.index(index, offsetBy: -5)
      if start == text.startIndex { break }
      return (trimmed(text[..<start]), present(trimmed(text[start...])))
    }
    if let index = text.lastIndex(where: { $0.isWhitespace }),
      looksLikeAddress(text[text.index(after: index)...])
    {
      return (trimmed(text[..<index]), present(trimmed(text[text.index(after: index)...])))
    }
    if let end = text.firstRange(of: "公司")?.upperBound, end < text.endIndex,
      !text[end...].contains("公司"), looksLikeAddress(text[end...])
    {
      return (trimmed(text[..<end]), present(trimmed(text[end...].drop { "，,、".contains($0) })))
    }
    return (trimmed(text), nil)
  }

  private static func looksLikeAddress(_ text: Substring) -> Bool {
    text.contains { "省市区县州".contains($0) }
  }

  /// The text, or nil where the office writes one of its forms of "nothing".
  static func present(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = trimmed(text)
    return trimmed.isEmpty || trimmed == "0" || trimmed == "无" || trimmed == "-" ? nil : trimmed
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
