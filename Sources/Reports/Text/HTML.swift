/// A piece of HTML in which text from outside cannot become markup.
///
/// Literals are markup; an interpolated `String` is escaped; an interpolated `HTML` is markup again.
///
///     let name = "<b>"
///     let cell: HTML = "<td>\(name)</td>"   // <td>&lt;b&gt;</td>
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var markup: String

  init(stringLiteral value: String) { markup = value }

  /// Markup made by a program of ours, a drawing or a specification; never text from outside.
  init(trusted value: String) { markup = value }

  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &markup) }
    mutating func appendInterpolation(_ integer: Int) { markup += String(integer) }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }
  }

  /// Escapes the five marks; control characters and those that turn the direction of writing, which
  /// could make a line read as another, become U+FFFD.
  private static func escape(_ text: String, into markup: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: markup += "&amp;"
      case 0x3C: markup += "&lt;"
      case 0x3E: markup += "&gt;"
      case 0x22: markup += "&quot;"
      case 0x27: markup += "&#39;"
      case 0x09, 0x0A, 0x0D: markup += " "
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
        markup.unicodeScalars.append("\u{FFFD}")
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }
}
