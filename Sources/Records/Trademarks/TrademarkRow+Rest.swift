extension TrademarkRow {
  /// The columns that the store keeps as labels and values, for want of a column of its own.
  private static let rest: [TextColumn] = [
    .markType, .agencyCode, .preliminaryIssue, .registrationIssue, .term, .designNote, .colourNote,
    .disclaimer, .isThreeDimensional, .form, .geographicalIndication, .colourMark, .itemNumber,
    .goodsStatus, .priorityKind, .priorityGoods, .priorityCountry, .language, .applicationType,
    .internationalIssue,
  ]
  private static let restOfDates: [DateColumn] = [
    .preliminary, .priority, .internationalRegistration, .notification, .internationalPublication,
    .subsequentDesignation, .baseRegistration,
  ]

  /// Appends what the store has no column for: `label US value RS label US value …`.
  package func encodeRest(to bytes: inout [UInt8]) {
    var isFirst = true
    func begin(_ label: String) {
      if !isFirst { bytes.append(0x1E) }
      isFirst = false
      bytes.append(contentsOf: label.utf8)
      bytes.append(0x1F)
    }
    for column in TrademarkRow.rest where has(column) {
      begin(column.label)
      withBytes(of: column) { bytes.append(contentsOf: $0) }
    }
    for column in TrademarkRow.restOfDates {
      guard let date = date(column) else { continue }
      begin(column.label)
      bytes.append(contentsOf: date.isoText.utf8)
    }
    // Both forms of a party's name and address are kept; the store's own column has the first.
    if has(.partyAddress), has(.partyLatinAddress) {
      begin(TextColumn.partyLatinAddress.label)
      withBytes(of: .partyLatinAddress) { bytes.append(contentsOf: $0) }
    }
  }
}
