import Analyses
import Classifiers
import Dossiers
import Records
import Store

/// Judges one invention with everything that is derived of it: its dossier, the days between which the
/// answer holds, other readings, its life.
struct InventionJudge {
  let judge: PatentJudge
  let settings: AssemblySettings
  var records: ApplicationRecords
  let registers: RegisterRows
  let texts: TextReader
  let families: FamilyReader

  func judge(_ judged: inout JudgedApplication) throws {
    var family = WorldwideFamily()
    let finding = try finding(at: judge, settings) { family = $0 }
    let state = finding.state
    judged.dossier = judge.dossier(of: finding)
    judged.readings = judge.readings(of: finding)
    for other in judge.otherTimings
    where other.matters(to: records.events, cutOff: settings.cutOff) {
      var settings = settings
      settings.restoration = other.restoration
      settings.eventDate = other.eventDate
      read(try self.finding(at: judge, settings) { family = $0 }, bit: other.bit, &judged)
    }
    if isRegional(finding), let grant = state.grant {
      judged.lifespan = try lifespan(of: finding, grantedOn: grant.date) { family = $0 }
    }
    // The answers rest on registers and families wherever a criterion was asked.
    judged.mayBeOfRegion =
      finding.union != nil || judged.readings != nil || judged.lifespan?.lapsePublishedOn != nil
    let days = ChangeDays(
      of: records, registers: judged.mayBeOfRegion ? registers : RegisterRows(),
      contracts: judge.contracts, family: family,
      parentFilingDate: settings.parentFilingDate)
    let validity = days.interval(around: settings.cutOff)
    judged.validity = .init(from: validity.from, until: validity.until)
  }

  private func finding(
    at judge: PatentJudge, _ settings: AssemblySettings, asked: (WorldwideFamily) -> Void
  ) throws -> PatentJudge.Finding {
    try judge.finding(
      DossierState(of: records, under: settings), registers: registers,
      text: { try texts.text(ofPublication: $0) },
      family: {
        let family = try families.family(of: $0)
        asked(family)
        return family
      })
  }

  private func isRegional(_ finding: PatentJudge.Finding) -> Bool {
    if case .region = finding.residence { return true }
    return false
  }

  /// Sets the bit of a reading that decides who is of the base set.
  private func read(
    _ finding: PatentJudge.Finding, bit: Int, _ judged: inout JudgedApplication
  ) {
    var readings = judged.readings ?? .init(base: 0, counts: 0)
    let isInBase = finding.state.standing.isInForce && isRegional(finding)
    let counts = isInBase && finding.union?.verdict == .met
    readings.base = isInBase ? readings.base | 1 << bit : readings.base & ~(1 << bit)
    readings.counts = counts ? readings.counts | 1 << bit : readings.counts & ~(1 << bit)
    judged.readings = readings.base == 0 ? nil : readings
  }

  /// From when to when the right was in force; of one that lapsed also when that was published, and
  /// whether it counted on the day before.
  private func lifespan(
    of finding: PatentJudge.Finding, grantedOn: CalendarDay, asked: (WorldwideFamily) -> Void
  ) throws -> JudgedApplication.Lifespan? {
    var lifespan = JudgedApplication.Lifespan(grantedOn: grantedOn.isoText)
    guard case .notInForce(let end, let because) = finding.state.standing else { return lifespan }
    if end == .termEnded {
      lifespan.endedOn = finding.state.term.end?.isoText
      return lifespan
    }
    // Withdrawn grants never were; an end without a day cannot be laid out in time.
    guard end != .grantWithdrawn, end != .notGranted, let fact = because.first,
      let day = fact.date
    else { return nil }
    lifespan.endedOn = day.isoText
    guard end == .lapsed,
      let published = records.events.first(where: { $0.source == fact.source })?.publishedOn
    else { return lifespan }
    lifespan.lapsePublishedOn = published.isoText
    lifespan.highValueFrom = try highValueDay(from: day, to: published, asked: asked)?.isoText
    return lifespan
  }

  /// The first day of [from, to) on which the patent counts by the events published before `to`; the
  /// lapse is not one of them.
  private func highValueDay(
    from: CalendarDay, to: CalendarDay, asked: (WorldwideFamily) -> Void
  ) throws -> CalendarDay? {
    guard from < to else { return nil }
    var before = self
    before.records.events.removeAll { event in event.publishedOn.map { $0 >= to } ?? false }
    var family = WorldwideFamily()
    func counts(on day: CalendarDay) throws -> Bool {
      var settings = settings
      settings.cutOff = day
      let finding = try before.finding(at: judge.at(day), settings) {
        family = $0
        asked($0)
      }
      return finding.state.standing.isInForce && isRegional(finding)
        && finding.union?.verdict == .met
    }
    if try counts(on: from) { return from }
    let days = ChangeDays(
      of: before.records, registers: registers, contracts: judge.contracts, family: family,
      parentFilingDate: settings.parentFilingDate)
    for day in days.days where day > from && day < to {
      if try counts(on: day) { return day }
    }
    return nil
  }
}
