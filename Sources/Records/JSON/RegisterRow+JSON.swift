extension RegisterRow {
  /// Writes the row as one JSON object, the form `ipatlas convert` gives.
  package func write(to json: inout JSONBuffer) {
    json.object { json in
      switch self {
      case .pledge(let row):
        json.header("pledge", row.source, row.patent)
        json.member("registration_no", row.registrationNumber)
        json.member("pledgor", row.pledgor)
        json.member("pledgee", row.pledgee)
        json.member("registered_on", row.registeredOn.isoText)
        json.member("released_on", row.releasedOn?.isoText)
        json.member("amount_yuan", row.amountInYuan.map(Int.init))
      case .award(let row):
        json.header("award", row.source, row.patent)
        json.member("award", row.award)
        json.member("level", row.level)
        json.member("year", row.year)
        json.member("session", row.session)
        json.member("link_kind", row.link)
        json.member("origin", row.origin)
      case .family(let row):
        json.header("family-member", row.source, row.patent)
        json.member("member_publication_no", row.memberPublication)
        json.member("member_country", row.memberCountry)
        json.member("granted", row.granted)
        json.member("granted_on", row.grantedOn?.isoText)
        json.member("ceased_on", row.ceasedOn?.isoText)
        json.member("family_kind", row.familyKind.rawValue)
        json.member("checked_on", row.checkedOn?.isoText)
      case .population(let row):
        json.header("population", row.source, nil)
        json.member("region", row.region.text)
        json.member("year", row.year)
        json.member("persons", row.persons)
        json.member("origin", row.origin)
      case .industryDecision(let row):
        json.header("sei-decision", row.source, row.patent)
        json.member("sei_code", row.industryCode)
        json.member("belongs", row.belongs)
        json.member("decided_by", row.decidedBy)
        json.member("decided_on", row.decidedOn?.isoText)
        json.member("reason", row.reason)
      case .marketEntities(let row):
        json.header("market-entities", row.source, nil)
        json.member("region", row.region.text)
        json.member("year", row.year)
        json.member("count", row.count)
      case .enterprise(let row):
        json.header("enterprise", row.source, nil)
        json.member("name", row.name)
        json.member("uscc", row.creditCode?.text)
        json.member("list", row.list.rawValue)
        json.member("year", row.year)
        json.member("region", row.region?.text)
        json.member("industry", row.industry)
      case .annualFee(let row):
        json.header("annual-fee", row.source, row.patent)
        json.member("fee_year", row.feeYear)
        json.member("due_on", row.dueOn.isoText)
        json.member("paid_on", row.paidOn?.isoText)
      case .licence(let row):
        json.header("licence", row.source, row.patent)
        json.member("record_no", row.recordNumber)
        json.member("licensor", row.licensor)
        json.member("licensee", row.licensee)
        json.member("licence_kind", row.kind)
        json.member("recorded_on", row.recordedOn.isoText)
      case .protectedMark(let row):
        json.header("protected-mark", row.source, nil)
        json.member("mark", row.mark)
        json.member("class", row.niceClass.number)
        json.member("registration_no", row.registrationNumber)
        json.member("list", row.list)
        json.member("owner", row.owner)
      case .madrid(let row):
        json.header("madrid-registration", row.source, nil)
        json.member("international_no", row.internationalNumber.text)
        json.member("mark", row.mark)
        json.member("holder", row.holder)
        json.member("registered_on", row.registeredOn.isoText)
        json.member("expires_on", row.expiresOn?.isoText)
        if !row.designations.isEmpty {
          json.key("designations")
          json.array { json in
            for designation in row.designations { json.string(designation) }
          }
        }
      case .giProduct(let row):
        json.header("gi-product", row.source, nil)
        json.member("name", row.name)
        json.member("announcement_no", row.announcementNumber)
        json.member("announced_on", row.announcedOn?.isoText)
        json.member("place", row.place)
      case .ownerDecision(let row):
        json.header("owner-decision", row.source, nil)
        json.member("name", row.name)
        json.member("canonical", row.canonical)
        json.member("reason", row.reason)
        json.member("decided_by", row.decidedBy)
        json.member("decided_on", row.decidedOn?.isoText)
      case .indicator(let row):
        json.header("indicator-value", row.source, nil)
        json.member("indicator", row.indicator.text)
        json.member("year", row.year)
        json.key("value")
        json.number(row.value)
        json.member("unit", row.unit)
        json.member("origin", row.origin)
      }
    }
  }
}

extension JSONBuffer {
  fileprivate mutating func header(_ type: String, _ source: Source, _ patent: PatentNumber?) {
    member("type", type)
    member("format", "registers")
    source.write(to: &self)
    switch patent {
    case .application(let number): member("application_no", number.canonical)
    case .publication(let number, let kind):
      member("publication_no", number.canonical)
      member("kind", kind.text)
    case nil: break
    }
  }
}

extension ExportRecord {
  /// Writes the record as one line of newline-delimited JSON.
  package func writeLine(to json: inout JSONBuffer) {
    write(to: &json)
    json.endLine()
  }

  /// Writes the record as one JSON object.
  package func write(to json: inout JSONBuffer) {
    switch self {
    case .patent(let publication): publication.write(to: &json)
    case .event(let event): event.write(to: &json)
    case .trademark(let mark): mark.write(to: &json)
    case .trademarkRow(let row): row.trademark.write(to: &json)
    case .register(let row): row.write(to: &json)
    }
  }
}
