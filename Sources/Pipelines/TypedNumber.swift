import Records

/// A number as a person types or copies it: `第12345号`, `12-345-678`, full-width digits, `专利号：ZL…`.
struct TypedNumber {
  /// Without the words and marks around it, full-width forms narrowed, in upper case; single spaces.
  let text: String

  init(_ typed: String) {
    var folded = ""
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      // Hyphens and dashes of all widths.
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: continue
      case 0xFF01...0xFF5E:
        folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3A: folded += " "
      default:
        folded.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    folded = folded.replacing(":", with: " ")
    for word in TypedNumber.words { folded = folded.replacing(word, with: " ") }
    text = folded.uppercased().split(separator: " ").joined(separator: " ")
  }

  /// Longer words before those they hold.
  private static let words = [
    "国际注册号", "注册号", "申请号", "专利号", "公开号", "公告号", "商标", "第", "号", "號",
  ]

  /// What to try for a number that is none of a Chinese patent, or of none that was read; empty where
  /// it resembles nothing else.
  var patentHint: String {
    let compact = text.filter { $0 != " " }
    let letters = compact.prefix { $0.isASCII && $0.isLetter }
    let digits = compact.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }
    if let office = OfficeNumber(text) {
      return
        "\nhint: \(office.country) is another office; its patents count as members of the family of a "
        + "Chinese application, so ask for that one; for a trademark, add --trademark"
    }
    if letters.isEmpty || letters == "G", (1...8).contains(digits.count) {
      return "\nhint: for a trademark, add --trademark"
    }
    return ""
  }

  /// The office and number of a mark, the likeliest first: `WO 1234567` and `WO1234567` of the office WO,
  /// all else of China.
  ///
  /// Some offices begin their numbers with their own code, `XX/2019/000101`, so the whole may be the
  /// number; others are typed with the code before such a number, `XX XX/2019/000101`.
  var marks: [(office: String, number: String)] {
    let compact = text.filter { $0 != " " }
    let letters = compact.prefix { $0.isASCII && $0.isLetter }
    let words = text.split(separator: " ", maxSplits: 1)
    var office = "CN"
    if letters.count == 2 {
      office = String(letters)
    } else if words.count == 2, words[0].count == 2, letters.starts(with: words[0]) {
      office = String(words[0])
    }
    guard office != "CN" || letters == "CN" else {
      return MarkNumber(compact, office: office).map { [(office, $0.text)] } ?? []
    }
    let bare = String(compact.dropFirst(2).drop { $0 == "/" })
    let forms = [bare, compact].compactMap { MarkNumber($0, office: office)?.text }
    return forms.map { (office, $0) }
  }
}
