import Records

/// The goods and services of one group while its fields are read: its classes by several
/// classifications, and the texts, each under a class or for the whole group.
struct GoodsDraft {
  struct Classification {
    var kind: FieldText?
    var symbol: FieldText?
  }

  struct Description {
    var symbol: FieldText?
    var status: FieldText?
    var texts: [TrademarkPartyDraft.Line] = []
    var groups: [FieldText] = []

    /// The texts of one language: Chinese, else English, else the first.
    var chosenTexts: [String] {
      if texts.count < 2 { return texts.map { $0.text.string } }
      let language =
        texts.first { PartyDraft.isChinese($0.language) }?.language
        ?? texts.first { $0.language?.string.lowercased().hasPrefix("en") ?? false }?.language
        ?? texts.first?.language
      return texts.filter { $0.language == language }.map { $0.text.string }
    }
  }

  /// `Nice`, `Primary`, `Domestic`, for the whole group.
  var kind: FieldText?
  var edition: FieldText?
  /// The state of the mark in the group's classes.
  var status: FieldText?
  /// The class under which the office keeps the group's texts.
  var primeClass: FieldText?
  var classifications: [Classification] = []
  var descriptions: [Description] = []

  /// The classes of the group: those of the Nice Classification, else the primary ones, never
  /// domestic ones. Where the group lists none, the descriptions name them.
  var symbols: [FieldText] {
    if !classifications.isEmpty {
      for kind: FieldText? in ["nice", "primary", nil] {
        let symbols = classifications.filter { GoodsDraft.isEqual($0.kind, kind) }
          .compactMap { $0.symbol }
        if !symbols.isEmpty { return symbols }
      }
      return []
    }
    return isNational ? [] : descriptions.compactMap { $0.symbol }
  }

  private var isNational: Bool {
    GoodsDraft.isEqual(kind, "domestic") || GoodsDraft.isEqual(kind, "national")
  }

  private static func isEqual(_ kind: FieldText?, _ word: FieldText?) -> Bool {
    guard let kind, let word else { return kind == word }
    return kind.equalsIgnoringCase(word)
  }
}

/// The classes of a mark while they are put together, each once, in the order of the document.
struct GoodsList {
  /// Whether symbols are those of an office's own classification.
  var isNational = false
  private(set) var classes: [GoodsClass] = []
  private(set) var others: [OtherGoods] = []

  mutating func add(_ draft: GoodsDraft) {
    let symbols = draft.symbols
    for symbol in symbols { add(symbol, edition: draft.edition, status: draft.status) }
    for description in draft.descriptions {
      let texts = description.chosenTexts
      if let symbol = description.symbol {
        // A description under a class of another classification is not one of these.
        if symbols.contains(where: { GoodsList.isEqual($0, symbol) }) {
          add(symbol, description, texts, draft.edition)
        } else if symbols.isEmpty {
          addOther(symbol, texts)
        } else {
          for own in symbols { add(own, description, texts, draft.edition) }
        }
      } else if symbols.isEmpty {
        if !texts.isEmpty { addOther(nil, texts) }
      } else {
        for own in symbols { add(own, description, texts, draft.edition) }
      }
    }
  }

  mutating func add(texts: [String], symbol: FieldText) {
    if let number = niceNumber(symbol) {
      withClass(number) { $0.goods += texts }
    } else {
      addOther(symbol, texts)
    }
  }

  private mutating func add(_ symbol: FieldText, edition: FieldText?, status: FieldText?) {
    if let number = niceNumber(symbol) {
      withClass(number) { item in
        item.edition = item.edition ?? edition?.string
        item.status = item.status ?? status?.string
      }
    } else {
      addOther(symbol, [])
    }
  }

  private mutating func add(
    _ symbol: FieldText, _ description: GoodsDraft.Description, _ texts: [String],
    _ edition: FieldText?
  ) {
    guard let number = niceNumber(symbol) else {
      addOther(symbol, texts)
      return
    }
    withClass(number) { item in
      item.edition = item.edition ?? edition?.string
      item.status = item.status ?? description.status?.string
      for text in texts { item.goods.appendOnce(text) }
      for group in description.groups { item.groups.appendOnce(group.string) }
    }
  }

  private mutating func withClass(_ number: Int, _ change: (inout GoodsClass) -> Void) {
    if let index = classes.firstIndex(where: { $0.nice == number }) {
      change(&classes[index])
    } else {
      var item = GoodsClass(nice: number)
      change(&item)
      classes.append(item)
    }
  }

  mutating func addOther(_ symbol: FieldText?, _ texts: [String]) {
    let symbol = symbol?.string
    if let index = others.firstIndex(where: { $0.symbol == symbol }) {
      for text in texts { others[index].goods.appendOnce(text) }
    } else {
      others.append(OtherGoods(symbol: symbol, goods: texts))
    }
  }

  /// 1 to 45, of `9`, `09` or `009`.
  private func niceNumber(_ symbol: FieldText) -> Int? {
    guard !isNational, let number = symbol.integer, (1...45).contains(number) else { return nil }
    return number
  }

  private static func isEqual(_ left: FieldText, _ right: FieldText) -> Bool {
    if left == right { return true }
    guard let number = left.integer else { return false }
    return number == right.integer
  }
}
