import Records

extension Trademark.Kind {
  /// The kind of what an office calls it: `Individual`, `TRADE MARK`, `EU Certificate`,
  /// `Guarantee`, 證明標章; words are looked for anywhere in the text, those of the rarer kinds first.
  ///
  /// Of English words, collective together with certification is `other`, as is a text without any
  /// known word. Of Chinese ones the first in their list decides. CNIPA's own 商标类型 is read by
  /// ``TrademarkRow``.
  init(words text: FieldText) {
    for (word, kind) in Trademark.Kind.chineseWords where text.holds(word) {
      self = kind
      return
    }
    let isCollective = text.holds("collective")
    let isCertification = text.holds("certif") || text.holds("guarantee")
    if isCollective, !isCertification {
      self = .collective
    } else if isCertification, !isCollective {
      self = .certification
    } else if isCollective {
      self = .other
    } else if text.holds("defensive") {
      self = .defensive
    } else if Trademark.Kind.ownWords.contains(where: { text.holds($0) }) {
      self = .individual
    } else {
      self = .other
    }
  }

  private static let ownWords: [FieldText] = [
    "individual", "trademark", "trade mark", "service mark", "servicemark",
  ]

  /// In the order in which they are looked for: every kind of mark is a 商標 as well.
  private static let chineseWords: [(FieldText, Trademark.Kind)] = [
    ("團體", .collective), ("集体", .collective), ("證明", .certification), ("证明", .certification),
    ("防護", .defensive), ("商標", .individual), ("商标", .individual),
  ]
}

extension Trademark.Feature {
  /// The feature of what an office calls it: `Word`, `3D shape`, `STANDARD CHARACTER MARK`.
  ///
  /// Words in stylised letters are words; a text that is not known is `other`, `Undefined` none.
  init?(words text: FieldText) {
    if text.bytes.contains(where: { $0 >= 0x80 }) {
      for (word, feature) in Trademark.Feature.chineseWords where text.holds(word) {
        guard let feature else { return nil }
        self = feature
        return
      }
    }
    guard let feature = text.withLettersAndDigits({ Trademark.Feature.feature(of: $0) }) else {
      return nil
    }
    self = feature
  }

  /// - Parameter words: small letters and digits without anything between them; nil if there are none.
  private static func feature(of words: FieldText?) -> Trademark.Feature? {
    guard let words else { return nil }
    switch words {
    case "undefined", "unknown": return nil
    case "word", "wordmark", "words", "verbal", "stylizedcharacters", "stylisedcharacters",
      "standardcharactermark", "standardcharacters", "typesetwordsletternumbers",
      "typesetwordslettersnumbers":
      return .word
    case "figurative", "device", "figurativemark",
      "anillustrationdrawingwithoutanywordsletterssnumbers",
      "anillustrationdrawingwithoutanywordslettersnumbers":
      return .figurative
    case "combined", "combinedmark", "wordanddevice": return .combined
    case "3d", "3dshape", "3dmark", "threedimensional", "threedimensionalmark", "shape":
      return .threeDimensional
    case "colour", "color", "colourmark", "colormark", "colourperse": return .colour
    case "sound", "soundmark": return .sound
    case "motion", "motionmark": return .motion
    case "hologram", "hologrammark": return .hologram
    case "position", "positionmark": return .position
    default: return words.starts(with: "anillustrationdrawing") ? drawing(words) : .other
    }
  }

  private static func drawing(_ words: FieldText) -> Trademark.Feature {
    if words.starts(with: "anillustrationdrawingwithout") { return .figurative }
    if words.holds("stylized") { return .word }
    return words.holds("word") ? .combined : .other
  }

  /// TIPO's words; 平面 is any flat mark, of which nothing more is known.
  private static let chineseWords: [(FieldText, Trademark.Feature?)] = [
    ("立體", .threeDimensional), ("聲音", .sound), ("動態", .motion), ("全像圖", .hologram),
    ("位置", .position), ("氣味", .other), ("顏色商標", .colour), ("平面", nil),
  ]

  /// The feature of USPTO's drawing code by its first digit: 1 typed words, 2 design, 3 design with
  /// words, 4 standard characters, 5 stylised words, 6 no drawing, as for sounds and scents.
  init?(drawingCode text: FieldText) {
    switch text.bytes.first {
    case 0x31, 0x34, 0x35: self = .word
    case 0x32: self = .figurative
    case 0x33: self = .combined
    case 0x36: self = .other
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
