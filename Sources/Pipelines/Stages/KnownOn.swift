import Analyses
import Classifiers
import Records
import Store

/// What had been published and delivered by a day: the view of the records that `--as-known-on` judges.
///
/// A publication or an event is known once it was published and, where its delivery states the day it
/// was produced, once that was. A row of a register is known from its own day on; what it tells of later
/// (a release, the grant of a family's member) is not known yet. What has no day counts as known. The
/// filter comes before deliveries supersede each other, so what was superseded later holds again.
///
/// The day on which the store read a file is no ground: a store that is built anew reads all on one
/// day, and must give the same bytes. `Decisions/0011-as-known-on.md` has the reasons for each kind.
struct KnownOn: Sendable {
  let day: CalendarDay

  init(_ day: CalendarDay) { self.day = day }

  /// Nil where the plan uses all that was read.
  init?(_ plan: Plan) {
    guard let day = plan.knownOn else { return nil }
    self.day = day
  }

  /// The records and rows of an application that were known.
  func known(of item: StoredApplication) -> StoredApplication {
    var item = item
    item.publications.removeAll { stored in
      let publication = stored.publication
      return !isKnown(published: publication.publicationDate, produced: publication.producedOn)
    }
    item.events.removeAll { stored in
      let event = stored.event
      return !isKnown(
        published: event.publishedOn.map { PartialDate($0) }, produced: event.producedOn)
    }
    item.registers = known(of: item.registers)
    return item
  }

  func known(of rows: RegisterRows) -> RegisterRows {
    var rows = rows
    rows.pledges = rows.pledges.compactMap { known($0) }
    rows.awards.removeAll { $0.year > day.year }
    rows.families = rows.families.compactMap { known($0) }
    rows.decisions.removeAll { row in row.decidedOn.map { $0 > day } ?? false }
    return rows
  }

  /// A pledge as it was known; nil before its registration.
  func known(_ row: PledgeRow) -> PledgeRow? {
    guard row.registeredOn <= day else { return nil }
    var row = row
    if let releasedOn = row.releasedOn, releasedOn > day { row.releasedOn = nil }
    return row
  }

  /// A member of a family as it was known; nil where the search was made later.
  private func known(_ row: FamilyRow) -> FamilyRow? {
    if let checkedOn = row.checkedOn, checkedOn > day { return nil }
    var row = row
    if let grantedOn = row.grantedOn, grantedOn > day {
      row.grantedOn = nil
      row.granted = false
    }
    if let ceasedOn = row.ceasedOn, ceasedOn > day { row.ceasedOn = nil }
    return row
  }

  /// The population of a year-end is known after it, at the earliest.
  func known(of rows: [PopulationRow]) -> [PopulationRow] {
    rows.filter { row in
      CalendarDay(year: row.year, month: 12, day: 31).map { $0 < day } ?? false
    }
  }

  /// Of a date without a month or a day the earliest day decides: what may have been known is.
  private func isKnown(published: PartialDate?, produced: CalendarDay?) -> Bool {
    if let published, published.number > day.number { return false }
    if let produced, produced > day { return false }
    return true
  }
}

extension IPDatabase {
  /// The pledge contracts of the register as they were known, by normal registration number.
  func pledgeContracts(knownOn: CalendarDay?) throws -> [String: PledgeContract] {
    let known = knownOn.map { KnownOn($0) }
    var contracts = PledgeContracts()
    try forEachResolvedRow(of: PledgeRow.self) { row, application in
      guard let known else { return contracts.add(row, of: application) }
      if let row = known.known(row) { contracts.add(row, of: application) }
    }
    return contracts.all
  }

  /// The rows of the population register as they were known.
  func populations(knownOn: CalendarDay?) throws -> [PopulationRow] {
    let rows = try rows(of: PopulationRow.self)
    return knownOn.map { KnownOn($0).known(of: rows) } ?? rows
  }
}

extension Plan {
  /// The plan with only what had been published and delivered by a day; nil: with all.
  ///
  /// - Throws: ``RunFailure`` where the cut-off lies behind the day: of the days between nothing was
  ///   known.
  package func using(whatWasKnownOn day: CalendarDay?) throws(RunFailure) -> Plan {
    guard let day else { return self }
    guard asOf <= day else {
      throw RunFailure(
        "the cut-off \(asOf.isoText) lies after --as-known-on \(day.isoText): of the days between "
          + "nothing was known; give --as-of a day up to \(day.isoText)")
    }
    var plan = self
    plan.knownOn = day
    return plan
  }

  /// The link that leads to a run of the plan beside `latest`.
  package var linkName: String {
    asOf.isoText + (knownOn.map { "-known-\($0.isoText)" } ?? "")
  }
}

extension PlanIndicator {
  /// The figure of a run that uses only what was known on a day: none.
  ///
  /// Deliveries of trademarks state no day on which all of them were published, so what was known of a
  /// mark then cannot be told.
  func unknown(on day: CalendarDay) -> PlanIndicator {
    PlanIndicator(
      id: id, name: name, unit: unit, targets: targets, value: nil, status: .noData,
      remark: "未计算：本次运行只用\(day.isoText)前已公布并交付的资料，商标数据不能按该日还原")
  }
}
