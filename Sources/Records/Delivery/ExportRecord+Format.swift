extension ExportRecord {
  /// The id of the format or register the record was read from.
  package var formatID: String {
    switch self {
    case .patent(let patent): return patent.format
    case .event(let event): return event.format
    case .trademark(let mark): return mark.format
    case .trademarkRow: return TrademarkRow.format
    case .register(.pledge): return "pledges"
    case .register(.award): return "awards"
    case .register(.family): return "families"
    case .register(.population): return "population"
    case .register(.industryDecision): return "sei-decisions"
    case .register(.marketEntities): return "market-entities"
    case .register(.enterprise): return "enterprises"
    case .register(.annualFee): return "annual-fees"
    case .register(.licence): return "licences"
    case .register(.protectedMark): return "protected-marks"
    case .register(.madrid): return "madrid-register"
    case .register(.giProduct): return "gi-products"
    case .register(.ownerDecision): return "owner-decisions"
    case .register(.indicator): return "indicators"
    }
  }
}
