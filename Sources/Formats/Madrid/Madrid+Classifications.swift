extension Madrid {
  static func classPaths(_ goods: String) -> [FieldMap.Path] {
    let group = "\(goods)/GSGR"
    return [
      .begin(goods, TrademarkField.goodsServices),
      .attribute("\(goods)/@NICEVER", TrademarkField.goodsEdition),
      .begin(group, TrademarkField.description),
      .attribute("\(group)/@NICCLAI", TrademarkField.descriptionClass),
      .text("\(group)/GSTERMEN", TrademarkField.goodsEnglish),
      .text("\(group)/GSTERMFR", TrademarkField.goodsFrench),
      .text("\(group)/GSTERMES", TrademarkField.goodsSpanish),
    ]
  }
}
