/// A row of one of the tables an office keeps beside the bulk exports (登记簿).
package enum RegisterRow: Hashable, Sendable {
  case pledge(PledgeRow)
  case award(AwardRow)
  case family(FamilyRow)
  case population(PopulationRow)
  case industryDecision(IndustryDecisionRow)
  case marketEntities(MarketEntityRow)
  case enterprise(EnterpriseRow)
  case annualFee(AnnualFeeRow)
  case licence(LicenceRow)
  case protectedMark(ProtectedMarkRow)
  case madrid(MadridRow)
  case giProduct(GIProductRow)
  case ownerDecision(OwnerDecisionRow)
  case indicator(IndicatorRow)
}

/// One patent in one registered pledge contract (质押登记); rows share the registration number.
package struct PledgeRow: Hashable, Sendable {
  package var source: Source
  /// 登记号, `Y2021980001234`.
  package var registrationNumber: String
  package var patent: PatentNumber
  package var pledgor: String?
  package var pledgee: String?
  package var registeredOn: CalendarDay
  package var releasedOn: CalendarDay?
  /// The whole contract's amount in 元, an integer so that thresholds compare exactly; nil if the
  /// cell is empty.
  package var amountInYuan: Int64?

  package init(
    source: Source, registrationNumber: String, patent: PatentNumber, pledgor: String? = nil,
    pledgee: String? = nil, registeredOn: CalendarDay, releasedOn: CalendarDay? = nil,
    amountInYuan: Int64? = nil
  ) {
    self.source = source
    self.registrationNumber = registrationNumber
    self.patent = patent
    self.pledgor = pledgor
    self.pledgee = pledgee
    self.registeredOn = registeredOn
    self.releasedOn = releasedOn
    self.amountInYuan = amountInYuan
  }
}

/// One award of one patent (奖项).
package struct AwardRow: Hashable, Sendable {
  package var source: Source
  package var patent: PatentNumber
  /// 中国专利奖, 国家科学技术奖, … as delivered.
  package var award: String
  /// 金奖, 一等奖, … as delivered.
  package var level: String
  package var year: Int
  package var session: String?
  package var link: String?
  package var origin: String?

  package init(
    source: Source, patent: PatentNumber, award: String, level: String, year: Int,
    session: String? = nil, link: String? = nil, origin: String? = nil
  ) {
    self.source = source
    self.patent = patent
    self.award = award
    self.level = level
    self.year = year
    self.session = session
    self.link = link
    self.origin = origin
  }
}

/// One family member of one patent (同族), or the statement that a search found none.
package struct FamilyRow: Hashable, Sendable {
  /// Simple: the same priorities exactly; extended: linked by any of them.
  package enum FamilyKind: String, Sendable { case simple, extended }

  package var source: Source
  package var patent: PatentNumber
  /// The member's publication number with country, `US11000000B2`; nil = searched, none found.
  package var memberPublication: String?
  /// WIPO ST.3 code of the member, from its own column or the number's first two letters.
  package var memberCountry: String?
  /// Whether the member is granted; nil if the cell is empty.
  package var granted: Bool?
  package var grantedOn: CalendarDay?
  package var ceasedOn: CalendarDay?
  package var familyKind: FamilyKind
  package var checkedOn: CalendarDay?

  package init(
    source: Source, patent: PatentNumber, memberPublication: String? = nil,
    memberCountry: String? = nil, granted: Bool? = nil, grantedOn: CalendarDay? = nil,
    ceasedOn: CalendarDay? = nil, familyKind: FamilyKind = .simple, checkedOn: CalendarDay? = nil
  ) {
    self.source = source
    self.patent = patent
    self.memberPublication = memberPublication
    self.memberCountry = memberCountry
    self.granted = granted
    self.grantedOn = grantedOn
    self.ceasedOn = ceasedOn
    self.familyKind = familyKind
    self.checkedOn = checkedOn
  }
}

/// The year-end resident population (年末常住人口) of a division.
package struct PopulationRow: Hashable, Sendable {
  package var source: Source
  package var region: RegionCode
  package var year: Int
  package var persons: Int
  package var origin: String?

  package init(
    source: Source, region: RegionCode, year: Int, persons: Int, origin: String? = nil
  ) {
    self.source = source
    self.region = region
    self.year = year
    self.persons = persons
    self.origin = origin
  }
}

/// An analyst's verdict whether a patent belongs to a strategic emerging industry (战新认定).
package struct IndustryDecisionRow: Hashable, Sendable {
  package var source: Source
  package var patent: PatentNumber
  /// A two-level code, `1.2`.
  package var industryCode: String
  package var belongs: Bool
  package var decidedBy: String?
  package var decidedOn: CalendarDay?
  package var reason: String?

  package init(
    source: Source, patent: PatentNumber, industryCode: String, belongs: Bool,
    decidedBy: String? = nil, decidedOn: CalendarDay? = nil, reason: String? = nil
  ) {
    self.source = source
    self.patent = patent
    self.industryCode = industryCode
    self.belongs = belongs
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.reason = reason
  }
}
