import Records

extension TrademarkBuilder {
  mutating func takeGoods(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .goodsServices:
      goods.append(GoodsDraft())
      return
    case .classification:
      withGoods { $0.classifications.append(GoodsDraft.Classification()) }
      return
    case .description:
      withGoods { $0.descriptions.append(GoodsDraft.Description()) }
      return
    case .statement:
      statements.append(Statement())
      return
    default: break
    }
    let text = text(item)
    switch field {
    case .goodsKind: withGoods { $0.kind = $0.kind ?? text }
    case .goodsEdition: withGoods { $0.edition = $0.edition ?? text }
    case .goodsStatus: withGoods { $0.status = text }
    case .primeClass: withGoods { $0.primeClass = text }
    case .classificationKind:
      withGoods { draft in
        if let last = draft.classifications.indices.last { draft.classifications[last].kind = text }
      }
    case .classificationSymbol:
      withGoods { draft in
        if let last = draft.classifications.indices.last, draft.classifications[last].symbol == nil
        {
          draft.classifications[last].symbol = text
        } else {
          draft.classifications.append(GoodsDraft.Classification(kind: nil, symbol: text))
        }
      }
    case .statementType: withStatement { $0.type = text }
    case .statementText: withStatement { $0.text = text }
    case .goodsLanguage: language = text
    default:
      if let text { takeDescription(field, text) }
      language = nil
    }
  }

  private mutating func takeDescription(_ field: TrademarkField, _ text: FieldText) {
    let language = language
    withGoods { draft in
      if draft.descriptions.isEmpty { draft.descriptions.append(GoodsDraft.Description()) }
      let last = draft.descriptions.count - 1
      switch field {
      case .descriptionClass: draft.descriptions[last].symbol = text
      case .classStatus: draft.descriptions[last].status = text
      case .goodsEnglish: draft.descriptions[last].texts.append(.init(language: "en", text: text))
      case .goodsFrench: draft.descriptions[last].texts.append(.init(language: "fr", text: text))
      case .goodsSpanish: draft.descriptions[last].texts.append(.init(language: "es", text: text))
      case .similarGroups:
        for part in text.parts(separatedBy: [",", ";", "、", "；", " ", "，"]) {
          draft.descriptions[last].groups.appendOnce(part)
        }
      default: draft.descriptions[last].texts.append(.init(language: language, text: text))
      }
    }
  }

  /// Changes the group that is being read; classes without a group around them make one.
  private mutating func withGoods(_ change: (inout GoodsDraft) -> Void) {
    if goods.isEmpty { goods.append(GoodsDraft()) }
    change(&goods[goods.count - 1])
  }

  private mutating func withStatement(_ change: (inout Statement) -> Void) {
    if let last = statements.indices.last { change(&statements[last]) }
  }

  /// The classes with their goods.
  ///
  /// USPTO gives goods as statements `GS` + prime class + digit. The prime class of an old mark is
  /// one of the United States' own classes, which leads to its Nice classes by the classification
  /// it is the primary of, never by its number.
  func goodsList() -> GoodsList {
    var list = GoodsList()
    if let limit = settings.nationalClassesBefore, let filingDate, filingDate < limit {
      list.isNational = true
    }
    for draft in goods {
      var draft = draft
      if let placeholder = settings.placeholderClass {
        draft.descriptions.removeAll { $0.symbol == placeholder }
      }
      list.add(draft)
    }
    for statement in statements {
      guard let type = statement.type, type.count > 2, type[0..<2] == "GS",
        let text = statement.text?.string, let prime = type[2..<min(5, type.count)]
      else { continue }
      let symbols = goods.filter { ($0.primeClass ?? $0.symbols.first) == prime }
        .flatMap { $0.symbols }
      if symbols.isEmpty { list.addOther(prime, [text]) }
      for symbol in symbols { list.add(texts: [text], symbol: symbol) }
    }
    return list
  }
}
