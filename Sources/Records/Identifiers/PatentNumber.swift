/// A number in an office's own table that names a Chinese patent: an application number (专利号) in
/// any of its forms, or the number of one of its publications with country and kind, `CN101911042B`.
package enum PatentNumber: Hashable, Sendable {
  case application(ApplicationNumber)
  case publication(PublicationNumber, KindCode)

  /// Reads either form; an application number wins where both fit.
  ///
  /// - Throws: ``ApplicationNumberFault``, since an application number is what is expected.
  package init(parsing text: some StringProtocol) throws(ApplicationNumberFault) {
    do {
      self = .application(try ApplicationNumber(parsing: text))
    } catch {
      guard let publication = PatentNumber.publication(text) else { throw error }
      self = publication
    }
  }

  private static func publication(_ text: some StringProtocol) -> PatentNumber? {
    let folded = text.uppercased().filter { $0 != " " }
    guard folded.hasPrefix("CN") else { return nil }
    let body = folded.dropFirst(2)
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    let kind = body.dropFirst(digits.count)
    guard (7...9).contains(digits.count), let kind = KindCode(kind),
      let number = PublicationNumber(digits)
    else { return nil }
    return .publication(number, kind)
  }
}
