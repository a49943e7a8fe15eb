/// The number of a published document without country and kind, `113783949`.
package struct PublicationNumber: Hashable, Comparable, Sendable {
  /// The number as it was delivered.
  package let raw: String
  /// The number without country, kind, white space and leading marks.
  package let canonical: String

  /// Reads `113783949`, `CN113783949`, `CN113783949B`, `CN 113783949 A`; 1 to 15 letters or digits, not
  /// without a digit other than 0.
  package init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// The same of a string, which needs no generic code.
  package init?(_ text: String) {
    var isPlain = (1...15).contains(text.utf8.count)
    var isZero = true
    for byte in text.utf8 {
      if !(0x30...0x39).contains(byte) { isPlain = false }
      if byte != 0x30 { isZero = false }
    }
    if isPlain, !isZero {
      raw = text
      canonical = text
      return
    }
    var bytes = text.utf8.filter { $0 != 0x20 && $0 != 0x2F && $0 != 0x2D }
    if bytes.count > 2, bytes[0] == 0x43, bytes[1] == 0x4E { bytes.removeFirst(2) }
    if bytes.count > 4, let last = bytes.last, (0x30...0x39).contains(last),
      (0x41...0x5A).contains(bytes[bytes.count - 2])
    {
      bytes.removeLast(2)
    } else if bytes.count > 4, let last = bytes.last, (0x41...0x5A).contains(last) {
      bytes.removeLast()
    }
    guard (1...15).contains(bytes.count),
      bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }),
      bytes.contains(where: { (0x31...0x39).contains($0) })
    else { return nil }
    raw = text
    canonical = String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a number of any office: its letters and digits in upper case, `08420588`, `D0680087`,
  /// `2022259205`. The prefix `country` is taken off; a kind code is not looked for.
  package init?(country: String, _ text: some StringProtocol) {
    self.init(country: country, String(text))
  }

  package init?(country: String, _ text: String) {
    if country == "CN" {
      self.init(text)
      return
    }
    // Most numbers are digits alone.
    if (1...20).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.utf8.contains(where: { $0 != 0x30 })
    {
      self.init(raw: text, canonical: text)
      return
    }
    var bytes = text.uppercased().utf8.filter {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
    }
    let prefix = Array(country.utf8)
    if bytes.count > prefix.count, bytes.starts(with: prefix) {
      bytes.removeFirst(prefix.count)
    }
    guard (1...20).contains(bytes.count),
      bytes.contains(where: { (0x31...0x39).contains($0) })
    else { return nil }
    self.init(raw: text, canonical: String(decoding: bytes, as: UTF8.self))
  }

  private init(raw: String, canonical: String) {
    self.raw = raw
    self.canonical = canonical
  }

  package static func == (left: Self, right: Self) -> Bool { left.canonical == right.canonical }
  package func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
  package static func < (left: Self, right: Self) -> Bool { left.canonical < right.canonical }
}
