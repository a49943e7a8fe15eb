extension UsptoTrademark {
  /// Each classification has its Nice classes and the prime class under which goods stand.
  static func classPaths(_ caseFile: String) -> [FieldMap.Path] {
    let classification = "\(caseFile)/classifications/classification"
    let statement = "\(caseFile)/case-file-statements/case-file-statement"
    return [
      .begin(classification, TrademarkField.goodsServices),
      .text("\(classification)/international-code", TrademarkField.classificationSymbol),
      .text("\(classification)/status-code", TrademarkField.goodsStatus),
      .text("\(classification)/primary-code", TrademarkField.primeClass),
      .begin(statement, TrademarkField.statement),
      .text("\(statement)/type-code", TrademarkField.statementType),
      .text("\(statement)/text", TrademarkField.statementText),
    ]
  }
}
