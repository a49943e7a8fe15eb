/// The number of an application in the office where it was filed.
package enum FiledNumber: Hashable, Sendable {
  /// A Chinese number, with its era, right and check digit.
  case chinese(ApplicationNumber)
  /// A number of any other office.
  case foreign(ForeignNumber)

  /// Reads a number of the office `country`, a WIPO ST.3 code.
  ///
  /// - Throws: ``ApplicationNumberFault`` if the text is none; other offices' numbers only need a
  ///   digit.
  package init(
    country: String, parsing text: some StringProtocol
  ) throws(ApplicationNumberFault) {
    try self.init(country: country, parsing: String(text))
  }

  package init(country: String, parsing text: String) throws(ApplicationNumberFault) {
    if country == "CN" {
      self = .chinese(try ApplicationNumber(parsing: text))
    } else if let number = ForeignNumber(country: country, text) {
      self = .foreign(number)
    } else {
      throw .malformed(found: text)
    }
  }

  package var country: String {
    switch self {
    case .chinese: return "CN"
    case .foreign(let number): return number.country
    }
  }

  /// The form this project writes: `202110991218.8` for a Chinese number, else ``ForeignNumber/text``.
  package var text: String {
    switch self {
    case .chinese(let number): return number.canonical
    case .foreign(let number): return number.text
    }
  }

  package var chinese: ApplicationNumber? {
    if case .chinese(let number) = self { return number }
    return nil
  }
}

/// An application number of an office other than CNIPA, as that office's data write it.
///
/// Each office has several notations (`16/123,456`, `16123456`, `EP19990203729`); no rule joins them
/// all, so the text keeps its characters but for white space, and only equal texts are equal.
package struct ForeignNumber: Hashable, Sendable {
  /// WIPO ST.3 code of the office.
  package let country: String
  package let text: String

  /// Nil without a digit other than 0, or with more than 40 characters.
  package init?(country: String, _ text: some StringProtocol) {
    self.init(country: country, String(text))
  }

  package init?(country: String, _ text: String) {
    if let plain = ForeignNumber.plain(text) {
      self.country = country
      self.text = plain
      return
    }
    let kept = text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0xA0 }
    guard kept.count <= 40, kept.contains(where: { ("1"..."9").contains($0) }) else { return nil }
    self.country = country
    var folded = ""
    folded.unicodeScalars.append(contentsOf: kept)
    self.text = folded.uppercased()
  }

  /// The text itself if it is one of digits and capitals, as most numbers are, that needs no folding.
  private static func plain(_ text: String) -> String? {
    var hasDigit = false
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case 0x31...0x39: hasDigit = true
      case 0x30, 0x41...0x5A: break
      default: return nil
      }
      count += 1
    }
    return hasDigit && count <= 40 ? text : nil
  }
}
