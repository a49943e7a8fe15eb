extension St66 {
  static func classPaths(_ details: String) -> [FieldMap.Path] {
    // The United Kingdom leaves out the group.
    ["\(details)/GoodsServices", details].flatMap { group -> [FieldMap.Path] in
      let description = "\(group)/ClassDescriptionDetails/ClassDescription"
      let text = "\(description)/GoodsServicesDescription"
      return [
        .begin("\(group)/ClassDescriptionDetails", TrademarkField.goodsServices),
        .text("\(group)/ClassificationVersion", TrademarkField.goodsEdition),
        .begin(description, TrademarkField.description),
        .text("\(description)/ClassNumber", TrademarkField.descriptionClass),
        .text("\(description)/ClassNumberStatusCode", TrademarkField.classStatus),
        .attribute("\(text)/@languageCode", TrademarkField.goodsLanguage),
        .text(text, TrademarkField.goods),
      ]
    }
  }
}
