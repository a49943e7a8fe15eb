import Records

extension TrademarkBuilder {
  /// Makes the mark, or a reject that says what is missing.
  ///
  /// - Parameter range: the record's place in the document's bytes.
  func finish(_ range: Range<Int>, into output: inout ReadOutput) {
    guard let office = (office ?? settings.office)?.string else {
      output.reject(
        place, .badValue,
        "no office found, a code such as CN, US or EM expected in RegistrationOfficeCode")
      return
    }
    guard applicationNumber != nil || registrationNumber != nil || internationalNumber != nil else {
      output.reject(
        place, .noNumber,
        "neither an application nor a registration number found in <\(settings.element)>, one of "
          + "them expected")
      return
    }
    var source = place
    source.record = nil
    var mark = Trademark(format: format, source: source, office: office)
    let bytes = range.clamped(to: 0..<document.bytes.count)
    mark.digest = document.digest(of: UnsafeBufferPointer(rebasing: document.bytes[bytes]))
    mark.applicationNumber = applicationNumber?.string
    mark.registrationNumber = registrationNumber?.string
    mark.internationalNumber = internationalNumber?.string
    if office == "WO" || office == "IB" {
      mark.internationalNumber =
        (internationalNumber ?? registrationNumber ?? applicationNumber)?.string
    }
    mark.filingDate = filingDate
    mark.registrationDate = registrationDate
    mark.expiryDate = expiryDate
    mark.status = status?.string
    mark.statusDate = statusDate
    if office == "US" { mark.isInForce = mark.status.flatMap { UsptoStatus.isInForce($0) } }
    mark.name = (name ?? otherName)?.string
    mark.kind = kinds.count > 1 ? .other : kinds.first
    mark.feature = feature
    let goods = goodsList()
    mark.classes = goods.classes
    mark.otherGoods = goods.others
    (mark.holders, mark.formerHolders) = parties()
    if mark.holders.isEmpty { mark.holderIdentifiers = holderNumbers }
    mark.representatives = representativeNames()
    mark.priorities = priorities.compactMap { draft in
      guard let number = draft.number ?? draft.other else { return nil }
      return Priority(
        country: draft.country?.string, number: number.string, date: draft.date)
    }
    mark.isGeographicalIndication = isGeographicalIndication
    mark.designations = designations.map { $0.string }
    mark.basicNumbers = basicNumbers.map { $0.string }
    mark.originOffice = originOffice?.string
    mark.events = finishedEvents()
    mark.delivery = delivery
    mark.producedOn = producedOn
    output.records.append(.trademark(mark))
  }

  /// The identifiers of holders whose names are not given here.
  private var holderNumbers: [String] {
    var numbers = holderIdentifiers
    for draft in holders where !draft.isDeleted {
      if let identifier = draft.identifier { numbers.appendOnce(identifier) }
    }
    return numbers.map { $0.string }
  }
}
