import GRDB
import Records

extension PledgeRow: StoredRegisterRow {
  package static var table: RegisterTable { .pledge }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [
      registrationNumber, patent.storedText, pledgor, pledgee, Int(registeredOn.number),
      releasedOn.map { Int($0.number) }, amountInYuan,
    ]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, registrationNumber: try row.required("registration"),
      patent: try row.patent(), pledgor: row.text("pledgor"), pledgee: row.text("pledgee"),
      registeredOn: try row.requiredDay("registered"), releasedOn: try row.day("released"),
      amountInYuan: row.integer("amount").map { Int64($0) })
  }
}

extension AwardRow: StoredRegisterRow {
  package static var table: RegisterTable { .award }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [patent.storedText, award, level, year, session, link, origin]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, patent: try row.patent(), award: try row.required("award"),
      level: try row.required("level"), year: try row.required("year"),
      session: row.text("session"), link: row.text("link"), origin: row.text("origin"))
  }
}

extension FamilyRow: StoredRegisterRow {
  package static var table: RegisterTable { .familyMember }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [
      patent.storedText, memberPublication, memberCountry, granted,
      grantedOn.map { Int($0.number) }, ceasedOn.map { Int($0.number) }, familyKind.rawValue,
      checkedOn.map { Int($0.number) },
    ]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, patent: try row.patent(), memberPublication: row.text("member"),
      memberCountry: row.text("country"), granted: row.boolean("granted"),
      grantedOn: try row.day("granted_on"), ceasedOn: try row.day("ceased_on"),
      familyKind: try row.parsed("family_kind") { FamilyKind(rawValue: $0) },
      checkedOn: try row.day("checked_on"))
  }
}

extension IndustryDecisionRow: StoredRegisterRow {
  package static var table: RegisterTable { .industryDecision }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [
      patent.storedText, industryCode, belongs, decidedBy, decidedOn.map { Int($0.number) }, reason,
    ]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, patent: try row.patent(), industryCode: try row.required("industry"),
      belongs: try row.required("belongs"), decidedBy: row.text("decided_by"),
      decidedOn: try row.day("decided_on"), reason: row.text("reason"))
  }
}

extension AnnualFeeRow: StoredRegisterRow {
  package static var table: RegisterTable { .annualFee }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [patent.storedText, feeYear, Int(dueOn.number), paidOn.map { Int($0.number) }]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, patent: try row.patent(), feeYear: try row.required("fee_year"),
      dueOn: try row.requiredDay("due_on"), paidOn: try row.day("paid_on"))
  }
}

extension LicenceRow: StoredRegisterRow {
  package static var table: RegisterTable { .licence }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [recordNumber, patent.storedText, licensor, licensee, kind, Int(recordedOn.number)]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, recordNumber: try row.required("record"), patent: try row.patent(),
      licensor: row.text("licensor"), licensee: row.text("licensee"), kind: row.text("kind"),
      recordedOn: try row.requiredDay("recorded_on"))
  }
}
