/// Folds the spellings of a name: width, brackets, punctuation, spaces, Latin case.
enum OwnerText {
  /// The scalars that spell a name, with round brackets kept where `keepsBrackets`.
  ///
  /// Between Chinese characters spaces and punctuation mean nothing; between Latin words one space
  /// stays. - Complexity: O(length)
  static func folded(_ name: String, keepsBrackets: Bool = false) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var hasGap = false
    for original in name.unicodeScalars {
      var scalar = original
      if (0xFF01...0xFF5E).contains(scalar.value) {
        scalar = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      }
      if let bracket = bracket(scalar) {
        if keepsBrackets { result.append(bracket) } else { hasGap = true }
        continue
      }
      guard isLetter(scalar) else {
        hasGap = true
        continue
      }
      if hasGap, let last = result.last, isLatin(last), isLatin(scalar) { result.append(" ") }
      hasGap = false
      if scalar.value < 0x80 {
        result.append((0x61...0x7A).contains(scalar.value) ? upper(scalar) : scalar)
      } else if isChinese(scalar) {
        result.append(variant(scalar))
      } else {
        result += scalar.properties.uppercaseMapping.unicodeScalars.map { unaccented($0) }
      }
    }
    return result
  }

  static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
      || scalar.value == 0x3007
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    !isChinese(scalar) && scalar != "(" && scalar != ")"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value)
    }
    return isChinese(scalar) || scalar.properties.isAlphabetic
  }

  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value - 0x20) ?? scalar
  }

  private static func bracket(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "(", "（", "〔", "[", "【", "［", "﹙": "("
    case ")", "）", "〕", "]", "】", "］", "﹚": ")"
    default: nil
    }
  }

  /// Characters that names write in two ways for the same word.
  private static func variant(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "〇": "零"
    case "硏": "研"
    case "內": "内"
    default: scalar
    }
  }

  private static func unaccented(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xC0...0xC5: "A"
    case 0xC7: "C"
    case 0xC8...0xCB: "E"
    case 0xCC...0xCF: "I"
    case 0xD1: "N"
    case 0xD2...0xD6, 0xD8: "O"
    case 0xD9...0xDC: "U"
    default: scalar
    }
  }
}
