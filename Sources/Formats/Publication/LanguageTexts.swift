import Records

/// The titles or abstracts of a document by language, each language once.
///
/// Where a document gives a text in several data formats, the one nearest to the print wins:
/// `original`, then `docdba`, then any other. Without data formats the first title of a language
/// wins, and the paragraphs of all its abstracts are joined.
struct LanguageTexts {
  private(set) var texts: [LanguageText] = []
  private var ranks: [Int] = []
  /// The text that takes the paragraphs of the open element; nil where they are passed over.
  private var open: Int?
  private var isElementNew = true

  mutating func add(_ text: String, language: String, form: FieldText?) {
    guard let index = texts.firstIndex(where: { $0.language == language }) else {
      texts.append(LanguageText(language: language, text: text))
      ranks.append(LanguageTexts.rank(form))
      return
    }
    let rank = LanguageTexts.rank(form)
    if rank > ranks[index] {
      texts[index].text = text
      ranks[index] = rank
    }
  }

  mutating func beginElement() { isElementNew = true }

  mutating func addParagraph(_ text: String, language: String, form: FieldText?) {
    if isElementNew {
      isElementNew = false
      open = texts.firstIndex { $0.language == language }
      guard let index = open else {
        open = texts.count
        add(text, language: language, form: form)
        return
      }
      let rank = LanguageTexts.rank(form)
      if rank > ranks[index] {
        texts[index].text = text
        ranks[index] = rank
        return
      }
      if form != nil {
        open = nil
        return
      }
    }
    if let open { texts[open].text += "\n" + text }
  }

  private static func rank(_ form: FieldText?) -> Int {
    switch form {
    case nil: return 0
    case "original": return 3
    case "docdba": return 2
    default: return 1
    }
  }
}
