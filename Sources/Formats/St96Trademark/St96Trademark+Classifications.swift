extension St96Trademark {
  static func classPaths(_ group: String) -> [FieldMap.Path] {
    let classification = "\(group)/GoodsServicesClassificationBag/GoodsServicesClassification"
    let description = "\(group)/ClassDescriptionBag/ClassDescription"
    let text = "\(description)/GoodsServicesDescriptionText"
    return [
      .begin(group, TrademarkField.goodsServices),
      .text("\(group)/ClassificationKindCode", TrademarkField.goodsKind),
      .text("\(group)/ClassificationVersion", TrademarkField.goodsEdition),
      .begin(classification, TrademarkField.classification),
      .text("\(classification)/ClassificationKindCode", TrademarkField.classificationKind),
      .text("\(classification)/ClassNumber", TrademarkField.classificationSymbol),
      .begin(description, TrademarkField.description),
      .text("\(description)/ClassNumber", TrademarkField.descriptionClass),
      .text("\(description)/ClassificationVersion", TrademarkField.goodsEdition),
      .attribute("\(text)/@languageCode", TrademarkField.goodsLanguage),
      .text(text, TrademarkField.goods),
      .text(
        "\(description)/NationalStatusBag/NationalStatus/NationalStatusCode",
        TrademarkField.classStatus),
    ]
  }
}
