/// A header cell taken apart: the column's name, and what stands in parentheses behind it.
///
/// `质押金额 （万元）` gives the name `质押金额` and the remark `万元`. White space, marks of order, the
/// star of a required column, width and case do not count, nor do `_` and `-` in English names.
struct HeaderName {
  /// The cell as it stands, trimmed.
  let displayed: String
  let folded: String
  let remark: String?

  init(_ cell: String) {
    displayed = CellText.trimmed(cell)
    let narrow = CellText.narrow(cell)
    if let opening = narrow.firstIndex(where: { "([【".contains($0) }) {
      folded = HeaderName.fold(String(narrow[..<opening]))
      let inner = narrow[narrow.index(after: opening)...].filter { !")]】".contains($0) }
      let text = HeaderName.fold(String(inner))
      remark = text.hasPrefix("单位:") ? String(text.dropFirst(3)) : text
    } else {
      folded = HeaderName.fold(narrow)
      remark = nil
    }
  }

  /// The name without white space, `_`, `-`, `*` and invisible marks, in lower case.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace || properties.generalCategory == .format { continue }
      if scalar == "_" || scalar == "-" || scalar == "*" { continue }
      folded.append(scalar)
    }
    return String(folded).lowercased()
  }
}
