/// XML being written as bytes, one element a line, indented by two spaces as deliveries are.
struct XMLBytes {
  /// The two prefixes of CNIPA's current format, or none.
  enum Name {
    case business, base
  }

  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private let businessPrefix: String
  private let basePrefix: String
  private let newline: String

  init(prefixed: Bool = true, newline: String = "\n", reserving capacity: Int = 16_384) {
    businessPrefix = prefixed ? "business:" : ""
    basePrefix = prefixed ? "base:" : ""
    self.newline = newline
    bytes.reserveCapacity(capacity)
  }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func raw(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Text with `&`, `<` and `>` escaped.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func endLine() { raw(newline) }

  private mutating func indent() {
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  private mutating func tag(_ name: Name, _ local: String) {
    raw(name == .business ? businessPrefix : basePrefix)
    raw(local)
  }

  /// A start tag on a line of its own; `attributes` start with a space.
  mutating func open(_ name: Name, _ local: String, _ attributes: String = "") {
    indent()
    begin(name, local, attributes)
    endLine()
    depth += 1
  }

  mutating func close(_ name: Name, _ local: String) {
    depth -= 1
    indent()
    end(name, local)
    endLine()
  }

  /// A start tag within a line.
  mutating func begin(_ name: Name, _ local: String, _ attributes: String = "") {
    bytes.append(0x3C)
    tag(name, local)
    raw(attributes)
    bytes.append(0x3E)
  }

  mutating func end(_ name: Name, _ local: String) {
    raw("</")
    tag(name, local)
    bytes.append(0x3E)
  }

  /// Indents and starts an element whose content follows on the same line.
  mutating func beginLine(_ name: Name, _ local: String, _ attributes: String = "") {
    indent()
    begin(name, local, attributes)
  }

  mutating func endOnLine(_ name: Name, _ local: String) {
    end(name, local)
    endLine()
  }

  /// An element with text.
  mutating func leaf(
    _ name: Name, _ local: String, _ attributes: String = "", _ content: String
  ) {
    beginLine(name, local, attributes)
    text(content)
    endOnLine(name, local)
  }

  /// An empty element.
  mutating func empty(_ name: Name, _ local: String, _ attributes: String = "") {
    indent()
    bytes.append(0x3C)
    tag(name, local)
    raw(attributes)
    raw("/>")
    endLine()
  }
}

/// `number` with leading zeros to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
