extension Madrid {
  /// The elements of the history with what they record.
  static let eventElements = recordings.map {
    TrademarkBuilder.EventElement(code: $0.element, name: $0.name)
  }

  private static let recordings: [(element: FieldText, name: FieldText)] = [
    ("ENN", "registration"), ("EXN", "subsequent designation"), ("OBN", "subsequent designation"),
    ("REN", "renewal"), ("REN2", "not renewed"), ("RCN", "complementary renewal"),
    ("EEN1", "second instalment paid"), ("EEN2", "second instalment not paid"),
    ("TRN", "change of holder"), ("CPN", "partial change of holder"), ("FUN", "merger"),
    ("MTN", "change of the holder's name or address"), ("LIN", "limitation"),
    ("PCN", "partial cancellation"), ("RAN", "total cancellation"), ("RNN", "renunciation"),
    ("P2N", "cancellation"), ("CBNT", "basic mark ceased, total"),
    ("CBNP", "basic mark ceased, partial"), ("CBN1", "basic mark, miscellaneous"),
    ("CBN2", "basic mark, miscellaneous"), ("CEN", "continuation of effect"),
    ("RFNT", "total refusal"), ("RFNP", "partial refusal"), ("DIN", "refusal"),
    ("OPN", "possible opposition"), ("GPN", "grant of protection"),
    ("GPON", "grant of protection"), ("GP2N", "grant of protection"),
    ("GP18N", "grant of protection after refusal"),
    ("GP18NA", "grant of protection after refusal"), ("ISN", "ex officio examination completed"),
    ("FINT", "final decision, total"), ("FINV", "final decision, partial"),
    ("FINO", "final decision"), ("FINC", "final decision"), ("R18NT", "refusal confirmed"),
    ("R18NP", "statement of partial protection"), ("R18NV", "statement of protection"),
    ("R18NPD", "statement of partial protection"), ("R18NVD", "statement of protection"),
    ("FDNT", "further decision, total"), ("FDNP", "further decision, partial"),
    ("FDNV", "further decision"), ("INNT", "total invalidation"), ("INNP", "partial invalidation"),
    ("LNN", "licence"), ("NLC", "licence"), ("LLC", "licence"), ("CLC", "licence"),
    ("HRN", "restriction of the holder's right"), ("DBN", "miscellaneous"),
    ("FBN", "miscellaneous"), ("RTN", "miscellaneous"), ("SNN", "seniority"),
    ("RIN", "correction"), ("NLCRI", "correction"),
  ]

  static func statusPaths(_ mark: String) -> [FieldMap.Path] {
    eventElements.enumerated().flatMap { index, element -> [FieldMap.Path] in
      let event = "\(mark)/\(element.code)"
      return [
        FieldMap.Path(
          path: event, field: TrademarkField.firstEventElement + UInt16(index), capture: .begin),
        .attribute("\(event)/@REGEDAT", TrademarkField.eventDate),
        .attribute("\(event)/@REGRDAT", TrademarkField.eventOtherDate),
        .attribute("\(event)/@NOTDATE", TrademarkField.eventLastDate),
        .attribute("\(event)/@GAZNO", TrademarkField.eventIssue),
        .attribute("\(event)/@PUBDATE", TrademarkField.eventPublishedOn),
        .attribute("\(event)/@INTOFF", TrademarkField.eventOffice),
        .text("\(event)/DCPCD", TrademarkField.eventOffice),
        .text("\(event)/DESAG/DCPCD", TrademarkField.eventOffice),
        .text("\(event)/DESPG/DCPCD", TrademarkField.eventOffice),
        .text("\(event)/DESPG2/DCPCD", TrademarkField.eventOffice),
      ]
    }
  }
}
