/// The text of a field as it stands in its document, not yet a string.
///
/// Drafts hold these: most renderings of a number or a name are never kept, copying one costs
/// nothing, and a string is made only of what a record keeps. White space at the ends is left out; a
/// text is never empty. A literal is a text, too, so that drafts can be compared with the words of a
/// format.
///
/// `@unchecked Sendable`: it points at bytes that nobody changes, those of a literal or of a document
/// whose reading has ended before the next one is read; drafts never outlive their document.
struct FieldText: Equatable, ExpressibleByStringLiteral, CustomStringConvertible,
  @unchecked Sendable
{
  private let start: UnsafePointer<UInt8>
  let count: Int

  /// Nil for a text of nothing but white space.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let trimmed = CanonicalText.trimmed(bytes)
    guard !trimmed.isEmpty, let start = trimmed.baseAddress else { return nil }
    self.start = start
    count = trimmed.count
  }

  init(stringLiteral literal: StaticString) {
    start = literal.utf8Start
    count = literal.utf8CodeUnitCount
  }

  private init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The text as it is displayed, without line wraps and in Unicode NFC.
  var string: String { CanonicalText.text(trimmed: bytes) }

  var description: String { string }

  /// The number of a text of digits, nil for any other or a larger one than nine digits.
  var integer: Int? {
    guard count <= 9, isDigits else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The bytes of a range, nil where they are only white space.
  subscript(range: Range<Int>) -> FieldText? {
    FieldText(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Whether the text is nothing but spaces, those of the width of a Chinese character (U+3000)
  /// included.
  var isBlank: Bool { string.unicodeScalars.allSatisfy { $0 == "\u{3000}" || $0 == " " } }

  var isDigits: Bool { bytes.allSatisfy { (0x30...0x39).contains($0) } }

  /// Whether the text begins with two capitals, as a number does that names its office.
  var beginsWithCountry: Bool {
    count > 2 && bytes.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
  }

  static func == (left: FieldText, right: FieldText) -> Bool {
    guard left.count == right.count else { return false }
    // Forms and codes are short: a loop is faster than a call.
    var index = 0
    while index < left.count {
      if left.start[index] != right.start[index] { return false }
      index += 1
    }
    return true
  }
}
