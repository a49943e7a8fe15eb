import Records

/// The goods and services of one group while its fields are read: its classes by several
/// classifications, and the texts, each under a class or for the whole group.
struct GoodsDraft {
  struct Classification {
    var kind: String?
    var symbol: String?
  }

  struct Description {
    var symbol: String?
    var status: String?
    var texts: [TrademarkPartyDraft.Line] = []
    var groups: [String] = []

    /// The texts of one language: Chinese, else English, else the first.
    var chosenTexts: [String] {
      if texts.count < 2 { return texts.map { $0.text } }
      let language =
        texts.first { PartyDraft.isChinese($0.language) }?.language
        ?? texts.first { $0.language?.lowercased().hasPrefix("en") ?? false }?.language
        ?? texts.first?.language
      return texts.filter { $0.language == language }.map { $0.text }
    }
  }

  /// `Nice`, `Primary`, `Domestic`, for the whole group.
  var kind: String?
  var edition: String?
  /// The state of the mark in the group's classes.
  var status: String?
  /// The class under which the office keeps the group's texts.
  var primeClass: String?
  var classifications: [Classification] = []
  var descriptions: [Description] = []

  /// The classes of the group: those of the Nice Classification, else the primary ones, never
  /// domestic ones. Where the group lists none, the descriptions name them.
  var symbols: [String] {
    if !classifications.isEmpty {
      for kind in ["nice", "primary", nil] {
        let symbols = classifications.filter { $0.kind?.lowercased() == kind }
          .compactMap { $0.symbol }
        if !symbols.isEmpty { return symbols }
      }
      return []
    }
    return isNational ? [] : descriptions.compactMap { $0.symbol }
  }

  private var isNational: Bool {
    kind?.lowercased() == "domestic" || kind?.lowercased() == "national"
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

  mutating func add(texts: [String], symbol: String) {
    if let number = niceNumber(symbol) {
      withClass(number) { $0.goods += texts }
    } else {
      addOther(symbol, texts)
    }
  }

  private mutating func add(_ symbol: String, edition: String?, status: String?) {
    if let number = niceNumber(symbol) {
      withClass(number) { item in
        item.edition = item.edition ?? edition
        item.status = item.status ?? status
      }
    } else {
      addOther(symbol, [])
    }
  }

  private mutating func add(
    _ symbol: String, _ description: GoodsDraft.Description, _ texts: [String], _ edition: String?
  ) {
    guard let number = niceNumber(symbol) else {
      addOther(symbol, texts)
      return
    }
    withClass(number) { item in
      item.edition = item.edition ?? edition
      item.status = item.status ?? description.status
      for text in texts { item.goods.appendOnce(text) }
      for group in description.groups { item.groups.appendOnce(group) }
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

  mutating func addOther(_ symbol: String?, _ texts: [String]) {
    if let index = others.firstIndex(where: { $0.symbol == symbol }) {
      for text in texts { others[index].goods.appendOnce(text) }
    } else {
      others.append(OtherGoods(symbol: symbol, goods: texts))
    }
  }

  /// 1 to 45, of `9`, `09` or `009`.
  private func niceNumber(_ symbol: String) -> Int? {
    guard !isNational, let number = Int(symbol), (1...45).contains(number) else { return nil }
    return number
  }

  private static func isEqual(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard let number = Int(left) else { return false }
    return number == Int(right)
  }
}
