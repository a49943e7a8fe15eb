/// A number of another office's patent, or of an international application, as people type it.
///
/// `US 11,300,001 B2`, `JP2021-500001`, `EP 3900001`, `WO 2021/200001`, `PCT/CN2020/123456`.
package struct OfficeNumber: Hashable, Sendable {
  /// WIPO ST.3 code; of `PCT/…` the receiving office's.
  package var country: String
  /// Letters and digits without marks between them, `D1099001`; of international numbers with a year of
  /// four digits and a serial number of six.
  package var number: String
  package var kind: String?
  /// Whether it is the number of an international application, `PCT/CN2020/123456`.
  package var isInternationalApplication = false

  /// Whether it is an international publication, of the office WO.
  package var isInternationalPublication: Bool { !isInternationalApplication && country == "WO" }

  /// Nil for Chinese numbers, and for a text without the code of an office before it.
  package init?(_ text: some StringProtocol) {
    var rest = text.uppercased()[...].filter { $0.isASCII && ($0.isLetter || $0.isNumber) }[...]
    if rest.hasPrefix("PCT") {
      isInternationalApplication = true
      rest = rest.dropFirst(3)
    }
    country = String(rest.prefix(2))
    guard country.count == 2, country.allSatisfy({ $0.isLetter }),
      isInternationalApplication || (country != "CN" && country != "ZL")
    else { return nil }
    rest = rest.dropFirst(2)
    let letters = rest.prefix { $0.isLetter }
    let digits = rest.dropFirst(letters.count).prefix { $0.isNumber }
    let kind = rest.dropFirst(letters.count + digits.count)
    guard letters.count <= 3, digits.count >= 4, kind.count <= 3, kind.first?.isLetter ?? true
    else { return nil }
    self.kind = kind.isEmpty ? nil : String(kind)
    number = String(letters + digits)
    if isInternationalApplication || country == "WO" {
      guard letters.isEmpty else { return nil }
      number = OfficeNumber.withWholeYear(number)
    }
  }

  /// An international number as records have it, `2021/200001`, `98/23861`, `CN2020123456`, `EP05990013`.
  package static func international(_ text: String, isApplication: Bool) -> OfficeNumber? {
    let compact = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if isApplication { return OfficeNumber(compact.hasPrefix("PCT") ? compact : "PCT" + compact) }
    return OfficeNumber(compact.hasPrefix("WO") ? compact : "WO" + compact)
  }

  /// The number under which deliveries of one document meet, see ``PublishedDocument/joiningNumber``.
  package var joiningNumber: String {
    PublicationNumber(number).map {
      PublishedDocument(country: country, number: $0, kind: nil).joiningNumber
    } ?? number
  }

  /// As it is written: `PCT/CN2020/123456`, `US11300001B2`.
  package var text: String {
    isInternationalApplication
      ? "PCT/\(country)\(number.prefix(4))/\(number.dropFirst(4))"
      : country + number + (kind ?? "")
  }

  /// `9823861` and `02012345` with the year in full: international applications begin in 1978; serial
  /// numbers had five digits before July 2002, six since.
  private static func withWholeYear(_ digits: String) -> String {
    guard digits.count == 7 || digits.count == 8, let year = Int(digits.prefix(2)) else {
      return digits
    }
    let serial = digits.dropFirst(2)
    return (year >= 78 ? "19" : "20") + digits.prefix(2)
      + String(repeating: "0", count: 6 - serial.count) + serial
  }
}
