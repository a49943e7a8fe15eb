extension Madrid {
  static func partyPaths(_ party: String, _ role: TrademarkField) -> [FieldMap.Path] {
    [
      .begin(party, role),
      .attribute("\(party)/@CLID", TrademarkField.partyIdentifier),
      .text("\(party)/NAME/NAMEL", TrademarkField.nameLine),
      .text("\(party)/ADDRESS/ADDRL", TrademarkField.addressLine),
      .text("\(party)/ADDRESS/COUNTRY", TrademarkField.addressCountry),
    ]
  }
}
