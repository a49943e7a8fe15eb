extension UsptoTrademark {
  static func partyPaths(_ caseFile: String) -> [FieldMap.Path] {
    let owner = "\(caseFile)/case-file-owners/case-file-owner"
    var paths: [FieldMap.Path] = [
      .begin(owner, TrademarkField.holder),
      .text("\(owner)/party-type", TrademarkField.partyStage),
      .text("\(owner)/party-name", TrademarkField.entity),
      .text("\(owner)/state", TrademarkField.addressState),
      .text("\(owner)/country", TrademarkField.addressCountry),
      .text("\(caseFile)/case-file-header/attorney-name", TrademarkField.representativeName),
      .text(
        "\(caseFile)/case-file-header/domestic-representative-name",
        TrademarkField.representativeName),
    ]
    for part in ["address-1", "address-2", "city", "postcode"] {
      paths.append(.text("\(owner)/\(part)", TrademarkField.addressPart))
    }
    return paths
  }
}
