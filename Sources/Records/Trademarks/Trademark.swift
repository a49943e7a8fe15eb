/// A trademark application or registration, or one part of it, as one delivery gives it.
///
/// XML exports give a mark whole. CNIPA's open data spread a mark over seven tables, so a record of
/// them holds the columns of one table only; ``part`` says which, and the mark is put together by
/// number and class when it is stored.
package struct Trademark: Hashable, Sendable {
  package var format: String
  package var source: Source
  package var digest: ContentDigest?
  /// The table a record of CNIPA's open data stands for; nil for a whole mark.
  package var part: Part?
  /// WIPO ST.3 code of the office of the registration, `IB` or `WO` for international ones.
  package var office: String
  package var applicationNumber: String?
  package var registrationNumber: String?
  /// The number of the international registration (Madrid), digits with at most one letter behind.
  package var internationalNumber: String?
  package var filingDate: PartialDate?
  package var registrationDate: PartialDate?
  package var expiryDate: PartialDate?
  /// What the office calls the state of the mark, as delivered.
  package var status: String?
  package var statusDate: PartialDate?
  /// Whether the office's status means registered and alive; nil where its meaning is not known.
  package var isInForce: Bool?
  /// The words of the mark; nil for a mark without words.
  package var name: String?
  package var kind: Kind?
  package var feature: Feature?
  package var classes: [GoodsClass]
  /// Goods and services outside of the Nice Classification.
  package var otherGoods: [OtherGoods]
  package var holders: [Holder]
  /// Holders before those, where a delivery gives the history of owners; the latest first.
  package var formerHolders: [Holder]
  /// The office's numbers of holders whose names stand in another file.
  package var holderIdentifiers: [String]
  /// Names of agencies or representatives.
  package var representatives: [String]
  package var priorities: [Priority]
  /// 地理标志信息 is given; nil where the format does not tell.
  package var isGeographicalIndication: Bool?
  /// 驰名商标; nil where the format does not tell.
  package var isWellKnown: Bool?
  /// Offices an international registration is designated to, ST.3 codes.
  package var designations: [String]
  /// The office of origin of an international registration, `CN` for outgoing ones.
  package var originOffice: String?
  /// Numbers of the basic applications or registrations of an international registration.
  package var basicNumbers: [String]
  package var events: [TrademarkEvent]
  /// What the delivery gives beside all this, under its own labels and in its order.
  package var details: [LegalEvent.Detail]
  /// What the delivery says of the record: new, replaced, deleted.
  package var delivery: DeliveryStatus?
  package var producedOn: CalendarDay?

  package enum Part: String, Sendable, CaseIterable {
    case basic
    case holder
    case goods
    case coHolder = "co-holder"
    case priority
    case international
    case agency
  }

  package enum Kind: String, Sendable, CaseIterable {
    case individual, collective, certification, defensive, other
  }

  package enum Feature: String, Sendable, CaseIterable {
    case word, figurative, combined
    case threeDimensional = "three-dimensional"
    case colour, sound, motion, hologram, position, other
  }

  package init(format: String, source: Source, office: String) {
    self.format = format
    self.source = source
    self.office = office
    classes = []
    otherGoods = []
    holders = []
    formerHolders = []
    holderIdentifiers = []
    representatives = []
    priorities = []
    designations = []
    basicNumbers = []
    events = []
    details = []
  }
}

/// One Nice class of a mark with its goods and services.
package struct GoodsClass: Hashable, Sendable {
  /// 1 to 45.
  package var nice: Int
  /// The edition of the Nice Classification, `11-2023`, where given.
  package var edition: String?
  package var goods: [String]
  /// Similar groups (类似群), `0901`, where given.
  package var groups: [String]
  /// What the office says of the state of the mark in this class alone, as delivered.
  package var status: String?

  package init(nice: Int, edition: String? = nil, goods: [String] = [], groups: [String] = []) {
    self.nice = nice
    self.edition = edition
    self.goods = goods
    self.groups = groups
  }
}

/// Goods and services under a symbol of an office's own classification, or under none.
///
/// Taiwan had classes of its own up to 1994, numbered as Nice classes are but with another meaning;
/// the United States have A, B and 200 for certification and membership marks.
package struct OtherGoods: Hashable, Sendable {
  package var symbol: String?
  package var goods: [String]

  package init(symbol: String?, goods: [String] = []) {
    self.symbol = symbol
    self.goods = goods
  }
}

/// A holder or applicant of a mark; several are co-owners (共有人).
package struct Holder: Hashable, Sendable {
  package var name: String
  /// The name in Latin letters beside a Chinese one.
  package var latinName: String?
  package var address: String?
  package var country: String?
  package var region: RegionCode?

  package init(
    name: String, latinName: String? = nil, address: String? = nil, country: String? = nil,
    region: RegionCode? = nil
  ) {
    self.name = name
    self.latinName = latinName
    self.address = address
    self.country = country
    self.region = region
  }
}

/// Something that happened to a mark: a publication, renewal, transfer, cancellation.
package struct TrademarkEvent: Hashable, Sendable {
  /// The office's code, `REN`, `TMXZSQ`.
  package var code: String?
  package var name: String?
  package var date: PartialDate?
  /// The gazette issue, `1234`.
  package var issue: String?
  package var publishedOn: PartialDate?
  /// The offices it concerns, ST.3 codes: those that refuse, that are designated.
  package var offices: [String] = []

  package init(
    code: String? = nil, name: String? = nil, date: PartialDate? = nil, issue: String? = nil
  ) {
    self.code = code
    self.name = name
    self.date = date
    self.issue = issue
  }
}
