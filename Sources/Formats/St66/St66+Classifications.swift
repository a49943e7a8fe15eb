extension St66 {
  static func classPaths(_ details: String) -> [FieldMap.Path] {
    let group = "\(details)/GoodsServices"
    // The United Kingdom leaves out the group.
    return [
      .begin(group, TrademarkField.goodsServices),
      .begin("\(details)/ClassDescriptionDetails", TrademarkField.goodsServices),
    ] + groupPaths(group) + groupPaths(details)
  }

  private static func groupPaths(_ group: String) -> [FieldMap.Path] {
    let description = "\(group)/ClassDescriptionDetails/ClassDescription"
    let text = "\(description)/GoodsServicesDescription"
    return [
      .text("\(group)/ClassificationVersion", TrademarkField.goodsEdition),
      .begin(description, TrademarkField.description),
      .text("\(description)/ClassNumber", TrademarkField.descriptionClass),
      .text("\(description)/ClassNumberStatusCode", TrademarkField.classStatus),
      .attribute("\(text)/@languageCode", TrademarkField.goodsLanguage),
      .text(text, TrademarkField.goods),
    ]
  }
}
