import Records

extension Trademark.Kind {
  /// The kind of what an office calls it: `Individual`, `TRADE MARK`, `EU Certificate`,
  /// `Guarantee`, 證明標章; words are looked for anywhere in the text, those of the rarer kinds first.
  ///
  /// Of English words, collective together with certification is `other`, as is a text without any
  /// known word. Of Chinese ones the first in their list decides. CNIPA's own 商标类型 is read by
  /// ``TrademarkRow``.
  init(words text: String) {
    let words = text.lowercased()
    for (word, kind) in Trademark.Kind.chineseWords where words.contains(word) {
      self = kind
      return
    }
    let isCollective = words.contains("collective")
    let isCertification = words.contains("certif") || words.contains("guarantee")
    if isCollective, !isCertification {
      self = .collective
    } else if isCertification, !isCollective {
      self = .certification
    } else if isCollective {
      self = .other
    } else if words.contains("defensive") {
      self = .defensive
    } else if ["individual", "trademark", "trade mark", "service mark", "servicemark"].contains(
      where: { words.contains($0) })
    {
      self = .individual
    } else {
      self = .other
    }
  }

  /// In the order in which they are looked for: every kind of mark is a 商標 as well.
  private static let chineseWords: [(String, Trademark.Kind)] = [
    ("團體", .collective), ("集体", .collective), ("證明", .certification), ("证明", .certification),
    ("防護", .defensive), ("商標", .individual), ("商标", .individual),
  ]
}

extension Trademark.Feature {
  /// The feature of what an office calls it: `Word`, `3D shape`, `STANDARD CHARACTER MARK`.
  ///
  /// Words in stylised letters are words; a text that is not known is `other`, `Undefined` none.
  init?(words text: String) {
    let words = text.lowercased().filter { $0.isLetter || $0.isNumber }
    // Bytes, since a search by characters costs more than all else of a record.
    let bytes = Array(words.utf8)
    if bytes.contains(where: { $0 >= 0x80 }) {
      for (word, feature) in Trademark.Feature.chineseWords
      where Trademark.Feature.holds(bytes, Array(word.utf8)) {
        guard let feature else { return nil }
        self = feature
        return
      }
    }
    switch words {
    case "", "undefined", "unknown": return nil
    case "word", "wordmark", "words", "verbal", "stylizedcharacters", "stylisedcharacters",
      "standardcharactermark", "standardcharacters", "typesetwordsletternumbers",
      "typesetwordslettersnumbers":
      self = .word
    case "figurative", "device", "figurativemark",
      "anillustrationdrawingwithoutanywordsletterssnumbers",
      "anillustrationdrawingwithoutanywordslettersnumbers":
      self = .figurative
    case "combined", "combinedmark", "wordanddevice": self = .combined
    case "3d", "3dshape", "3dmark", "threedimensional", "threedimensionalmark", "shape":
      self = .threeDimensional
    case "colour", "color", "colourmark", "colormark", "colourperse": self = .colour
    case "sound", "soundmark": self = .sound
    case "motion", "motionmark": self = .motion
    case "hologram", "hologrammark": self = .hologram
    case "position", "positionmark": self = .position
    default:
      if words.hasPrefix("anillustrationdrawingwithout") {
        self = .figurative
      } else if words.hasPrefix("anillustrationdrawing"), words.contains("stylized") {
        self = .word
      } else if words.hasPrefix("anillustrationdrawing"), words.contains("word") {
        self = .combined
      } else {
        self = .other
      }
    }
  }

  private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
  }

  /// TIPO's words; 平面 is any flat mark, of which nothing more is known.
  private static let chineseWords: [(String, Trademark.Feature?)] = [
    ("立體", .threeDimensional), ("聲音", .sound), ("動態", .motion), ("全像圖", .hologram),
    ("位置", .position), ("氣味", .other), ("顏色商標", .colour), ("平面", nil),
  ]

  /// The feature of USPTO's drawing code by its first digit: 1 typed words, 2 design, 3 design with
  /// words, 4 standard characters, 5 stylised words, 6 no drawing, as for sounds and scents.
  init?(drawingCode text: String) {
    switch text.first {
    case "1", "4", "5": self = .word
    case "2": self = .figurative
    case "3": self = .combined
    case "6": self = .other
    default: return nil
    }
  }
}

extension DeliveryStatus {
  /// Reads ST.66's `operationCode` and ST.96's `operationCategory`.
  init?(operation text: String) {
    switch text.lowercased() {
    case "insert": self = .new
    case "update": self = .replaced
    case "delete": self = .deleted
    default: return nil
    }
  }
}
