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
