import Records

/// An application while it is being composed: dates first, then papers, then truth.
struct Draft {
  let index: Int
  let cast: Cast
  var generator: SplitMix64

  var filed = fixedDay(2012, 1, 4)
  var publishedOn = fixedDay(2013, 1, 4)
  /// Nil if never granted.
  var grantedOn: CalendarDay? = fixedDay(2014, 1, 4)
  var number = ApplicationNumber(key: 201_210_000_001)
  var parent: ApplicationNumber?
  var applicationPublication = 0
  var grantPublication = 0
  var title = ""
  var owner = PartyEntry(name: "", address: nil)
  var documents: [PlannedDocument] = []
  var events: [PlannedEvent] = []
  var pledgeRows: [PledgeEntry] = []
  var awardRows: [AwardEntry] = []
  var familyRows: [FamilyEntry] = []

  var standing = Truth.Standing.inForce
  var residence = Residence.unresolved
  var overseas = Verdict.notMet
  var pledge = Verdict.notMet
  var award = Verdict.notMet

  init(index: Int, cast: Cast, generator: SplitMix64) {
    self.index = index
    self.cast = cast
    self.generator = generator
  }

  /// The last day of events that the cut-off sees published.
  static let lastEventDay = fixedDay(2025, 11, 28)

  /// The day of the grant; stories that ask for it are only told of granted patents.
  var grant: CalendarDay { grantedOn ?? publishedOn }

  /// A day after the grant and before the cut-off, in part `part` of `parts` of that time.
  mutating func dayAfterGrant(part: Int = 0, of parts: Int = 1) -> CalendarDay {
    let first = grant.later(by: 40)
    let span = max(1, (Draft.lastEventDay.daysSinceEpoch - first.daysSinceEpoch) / parts - 30)
    return first.later(by: part * (span + 30) + generator.below(span))
  }

  mutating func setDates() {
    let random = fixedDay(2006, 1, 5).later(by: generator.below(5620))
    let lag = 500 + generator.below(600)
    switch cast.standing {
    case .pending, .refused, .deemedWithdrawn:
      filed = fixedDay(2021, 1, 4).later(by: generator.below(1200))
      grantedOn = nil
    case .grantedAfterCutOff:
      filed = fixedDay(2022, 1, 4).later(by: generator.below(700))
      grantedOn = fixedDay(2026, 1, 6 + 7 * generator.below(3))
    case .expired, .expiredThenRestored:
      filed =
        index < 90_000 && generator.chance(60)
        ? fixedDay(1998, 2, 3).later(by: generator.below(1700))
        : fixedDay(2004, 1, 5).later(by: generator.below(500))
      grantedOn = filed.later(by: lag)
    case .termEndsTheDayBefore: setFiled(2005, 12, 30, lag)
    case .termEndsOnCutOff: setFiled(2005, 12, 31, lag)
    case .termEndsTheDayAfter: setFiled(2006, 1, 1, lag)
    case .leapDayTerm: setFiled(index % 2 == 0 ? 2016 : 2004, 2, 29, lag)
    case .termCompensationUndated: setFiled(2005, 3 + generator.below(8), 14, lag)
    case .tenthAnniversaryTheDayBefore: setFiled(2015, 12, 30, lag)
    case .tenthAnniversaryOnCutOff: setFiled(2015, 12, 31, lag)
    case .tenthAnniversaryTheDayAfter: setFiled(2016, 1, 1, lag)
    case .grantKindC: setFiled(2006, 1 + generator.below(12), 17, lag)
    default:
      filed = random
      grantedOn = random.later(by: lag)
    }
    publishedOn = filed.later(by: cast.right == .invention ? 190 + generator.below(200) : 120)
    if cast.right != .invention { grantedOn = publishedOn }
  }

  private mutating func setFiled(_ year: Int, _ month: Int, _ day: Int, _ lag: Int) {
    filed = fixedDay(year, month, day)
    grantedOn = filed.later(by: lag)
  }

  mutating func setNumbers() {
    let type =
      switch cast.right {
      case .invention: cast.standing == .nationalPhase ? 8 : 1
      case .utilityModel: 2
      default: 3
      }
    let year = cast.standing == .divisional ? filed.year + 3 : filed.year
    if year < 2003 {
      number = ApplicationNumber(key: Int64(year % 100 * 1_000_000 + type * 100_000 + index))
    } else {
      number = Draft.number(year: year, type: type, serial: Draft.permuted(index))
    }
    if cast.standing == .divisional {
      parent = Draft.number(
        year: filed.year, type: type, serial: Draft.permuted(index + 5_000_000))
    }
    let permuted = Draft.permuted(index)
    applicationPublication =
      filed.number < 2006_09_01 && index < 900_000 ? 1_000_000 + index : 101_000_000 + permuted
    switch cast.right {
    case .utilityModel: grantPublication = 201_000_000 + permuted
    case .design: grantPublication = 301_000_000 + permuted
    default:
      grantPublication = isKindC ? 100_000_000 + index % 1_000_000 : applicationPublication
    }
  }

  /// Grants before 7 April 2010 are C documents with a number of their own.
  var isKindC: Bool { (grantedOn?.number ?? 0) < 2010_04_07 && cast.right == .invention }

  private static func number(year: Int, type: Int, serial: Int) -> ApplicationNumber? {
    ApplicationNumber(key: Int64(year * 100_000_000 + type * 10_000_000 + serial))
  }

  /// Serial numbers that look drawn but never repeat: multiplication modulo a prime.
  private static func permuted(_ index: Int) -> Int {
    let prime = 9_999_991
    return index % prime * 7_368_787 % prime + 1
  }

  mutating func setDocuments() {
    title = Wording.title(&generator, product: generator.pick(cast.industry.products))
    var address = cast.address.address(&generator)
    residence = cast.address.residence
    if cast.address.pattern == nil, residence == .unresolved { address.text = "0" }
    let isAbroad = residence == .abroad && !["HK", "TW"].contains(address.country)
    owner = PartyEntry(
      name: isAbroad ? Wording.foreignOwner(&generator) : Wording.owner(&generator),
      address: address)
    if cast.right == .invention {
      documents.append(
        document(
          kind: "A", number: applicationPublication, date: publishedOn, party: owner))
      // The old format has no structured address, and a grant without document rests on this one.
      let isOld = filed.year < 2016 && cast.standing != .grantedByEventOnly
      if generator.chance(isOld ? 50 : 0) { documents[0].isOldFormat = true }
    }
    if let grantedOn, cast.standing != .grantedByEventOnly {
      let kind: String
      switch cast.right {
      case .invention: kind = isKindC ? "C" : "B"
      case .utilityModel: kind = "U"
      default: kind = "S"
      }
      documents.append(
        document(kind: kind, number: grantPublication, date: grantedOn, party: owner))
    }
  }

  /// A delivery of a publication five days before its date.
  func document(
    kind: String, number: Int, date: CalendarDay, party: PartyEntry
  ) -> PlannedDocument {
    PlannedDocument(
      kind: kind, number: number, date: date, produced: date.later(by: -5), title: title,
      applicants: [party], assignees: kind == "A" ? [] : [party],
      hasAbstract: cast.industry.hasAbstract)
  }

  mutating func finished() -> Application {
    let count = 1 + generator.below(3)
    var inventors: [String] = []
    for _ in 0..<count { inventors.append(Wording.person(&generator)) }
    let tenYears = (filed.adding(years: 10) ?? filed) < ApplicationComposer.asOf
    guard let number else { preconditionFailure("no number for application \(index)") }
    var application = Application(
      index: index, number: number, right: cast.right, filed: filed, parent: parent,
      symbols: cast.industry.symbols, inventors: inventors,
      agency: generator.pick(Wording.agencies), documents: documents, events: events,
      pledgeRows: pledgeRows, awardRows: awardRows, familyRows: familyRows,
      decision: cast.industry.decision,
      truth: Truth(
        standing: standing, residence: residence, strategic: cast.industry.verdict,
        strategicByIPC: cast.industry.decision?.belongs ?? cast.industry.meetsByIPCAlone,
        overseas: overseas, tenYears: tenYears ? .met : .notMet, pledge: pledge, award: award))
    if cast.standing == .nationalPhase {
      application.internationalNumber = "PCT/US\(filed.year)/0\(10_000 + index % 90_000)"
    }
    if cast.standing == .priority {
      application.priority = (
        "KR", "10-\(filed.year - 1)-00\(10_000 + index % 90_000)",
        filed.later(by: -330)
      )
    }
    return application
  }
}
