extension TipoTrademark {
  static func partyPaths(_ party: String, _ role: TrademarkField) -> [FieldMap.Path] {
    [
      .begin(party, role),
      .text("\(party)/chinese-name", TrademarkField.entity),
      .text("\(party)/english-name", TrademarkField.latinName),
      .text("\(party)/address", TrademarkField.addressPart),
      .text("\(party)/country-code", TrademarkField.addressCountry),
    ]
  }
}
