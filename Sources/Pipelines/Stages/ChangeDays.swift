import Classifiers
import Dossiers
import Records
import Store

/// The days at which the judgement of one application may change when only the cut-off moves.
///
/// A day *d* stands here if some rule may answer differently at a cut-off of *d* and of the day before.
/// Days at which nothing changes may stand here too; none at which something does is left out. What
/// the rules compare the cut-off with, and so what is collected:
///
/// 1. An event has happened from its day on: of publication, of effect, and every day that its details
///    give, whichever of them a plan or the event's class chooses.
/// 2. The grant counts from the day of its publication, or of its event, on.
/// 3. Ten years are exceeded on the day after the tenth anniversary of filing (of the application, its
///    parent, or internationally) or of grant.
/// 4. The term has ended on the twentieth anniversary of filing, or on the day to which it was
///    compensated.
/// 5. A pledge counts from its registration on and, where only standing ones do, until its release:
///    the row's, or that of the contract which an event names.
/// 6. An award counts from 1 January of its year on.
/// 7. A member of the family counts from its grant on and, where only those in force do, until its end.
/// 8. Of worldwide data, documents count from their publication on (without a day, from the day their
///    delivery was produced on), and events from theirs.
///
/// Dates without a month or a day are compared by no rule. Neither are the days of decisions on
/// industries and of searches for families: the rows count at every cut-off.
///
/// Whether a right is in force and where its patentee lives rest on 1 to 4 alone, so the records suffice
/// where the patentee lives elsewhere throughout.
struct ChangeDays: Sendable {
  /// In ascending order, each once.
  let days: [CalendarDay]

  /// Collects the days of an application; the classes of its events must be those that it is judged by.
  ///
  /// - Complexity: O(*n* log *n*) in the number of records and details; no text is made but for events
  ///   that register a pledge or compensate a term.
  init(
    of records: ApplicationRecords, registers: RegisterRows = RegisterRows(),
    contracts: [String: PledgeContract] = [:], family: WorldwideFamily = WorldwideFamily(),
    parentFilingDate: (ApplicationNumber) -> CalendarDay?
  ) {
    var days: [CalendarDay] = []
    days.reserveCapacity(8 + 4 * records.events.count)
    ChangeDays.add(records, contracts: contracts, parentFilingDate: parentFilingDate, to: &days)
    ChangeDays.add(registers, contracts: contracts, to: &days)
    ChangeDays.add(family, to: &days)
    self.init(days)
  }

  /// Takes days in any order.
  init(_ days: [CalendarDay]) {
    var days = days
    days.sort()
    var last: CalendarDay?
    days.removeAll { day in
      defer { last = day }
      return day == last
    }
    self.days = days
  }

  /// The judgement at `cutOff` holds on every day of [from, until); nil = without bound.
  func interval(around cutOff: CalendarDay) -> (from: CalendarDay?, until: CalendarDay?) {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= cutOff { low = middle + 1 } else { high = middle }
    }
    return (low > 0 ? days[low - 1] : nil, low < days.count ? days[low] : nil)
  }

  // MARK: Publications and events

  private static func add(
    _ records: ApplicationRecords, contracts: [String: PledgeContract],
    parentFilingDate: (ApplicationNumber) -> CalendarDay?, to days: inout [CalendarDay]
  ) {
    // Which filing date decides the term, publications of one application together decide: take all.
    // Hardly ever are there two.
    var filings: [CalendarDay] = []
    func addFiling(_ day: CalendarDay?) {
      if let day, !filings.contains(day) { filings.append(day) }
    }
    var parents: [ApplicationNumber] = []
    for publication in records.publications {
      addFiling(publication.filingDate?.day)
      addFiling(publication.internationalFilingDate?.day)
      if let parent = publication.parentApplicationNumber, !parents.contains(parent) {
        parents.append(parent)
        addFiling(parentFilingDate(parent))
      }
      if let day = publication.publicationDate?.day {
        days.append(day)
        if publication.kind.isInventionGrant { addTenYears(from: day, to: &days) }
      }
    }
    for filing in filings {
      addTenYears(from: filing, to: &days)
      if let end = filing.adding(years: 20) { days.append(end) }
    }
    for event in records.events { add(event, contracts: contracts, filings: filings, to: &days) }
  }

  private static func add(
    _ event: LegalEvent, contracts: [String: PledgeContract], filings: [CalendarDay],
    to days: inout [CalendarDay]
  ) {
    let start = days.count
    if let day = event.publishedOn { days.append(day) }
    if let day = event.effectiveOn { days.append(day) }
    for detail in event.details {
      // Which label tells the day of effect, its class decides; other days do no harm.
      if let first = detail.value.utf8.first, first == 0x20 || (0x30...0x39).contains(first),
        let day = CalendarDay(detail.value)
      {
        days.append(day)
      }
    }
    // An event that no table classes is taken for whatever it might be.
    let eventClass = event.eventClass
    if eventClass == .granted || eventClass == nil {
      for index in start..<days.count { addTenYears(from: days[index], to: &days) }
    }
    if eventClass == .termCompensation || eventClass == nil {
      // A deleted publication may be the only one with a filing date: then there is no anniversary.
      for anniversary in [nil] + filings.map({ $0.adding(years: 20) }) {
        if let end = Term.compensatedEnd(event, anniversary: anniversary) { days.append(end) }
      }
    }
    if eventClass == .pledgeRegistered || eventClass == nil, !contracts.isEmpty,
      let number = event.value("登记号")
    {
      add(contracts[PledgeEvent.normalized(number)], to: &days)
    }
  }

  /// The first day on which ten years are exceeded.
  private static func addTenYears(from start: CalendarDay, to days: inout [CalendarDay]) {
    if let day = start.adding(years: 10)?.adding(days: 1) { days.append(day) }
  }

  // MARK: Registers

  private static func add(
    _ registers: RegisterRows, contracts: [String: PledgeContract], to days: inout [CalendarDay]
  ) {
    for row in registers.pledges {
      days.append(row.registeredOn)
      if let day = row.releasedOn { days.append(day) }
      if !contracts.isEmpty {
        add(contracts[PledgeEvent.normalized(row.registrationNumber)], to: &days)
      }
    }
    for row in registers.awards {
      if let day = CalendarDay(year: row.year, month: 1, day: 1) { days.append(day) }
    }
    for row in registers.families {
      if let day = row.grantedOn { days.append(day) }
      if let day = row.ceasedOn { days.append(day) }
    }
  }

  private static func add(_ contract: PledgeContract?, to days: inout [CalendarDay]) {
    guard let contract else { return }
    days.append(contract.registeredOn)
    if let day = contract.releasedOn { days.append(day) }
  }

  // MARK: Worldwide data

  private static func add(_ family: WorldwideFamily, to days: inout [CalendarDay]) {
    for publication in family.publications {
      if let day = publication.publishedOn?.day { days.append(day) }
      if publication.publishedOn == nil, let day = publication.producedOn { days.append(day) }
    }
    for event in family.events {
      if let day = event.publishedOn { days.append(day) }
      if let day = event.effectiveOn { days.append(day) }
    }
  }
}
