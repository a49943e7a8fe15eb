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
    judged.dossier = judge.dossier(of: finding)
    judged.readings = judge.readings(of: finding)
    for other in judge.otherTimings
    where other.matters(to: records.events, cutOff: settings.cutOff) {
      var settings = settings
      settings.restoration = other.restoration
      settings.eventDate = other.eventDate
      read(try self.finding(at: judge, settings) { family = $0 }, bit: other.bit, &judged)
    }
    if isRegional(finding) || records.events.contains(where: { $0.eventClass.movesPatentee }) {
      let presences = BasePresences(judge: judge, settings: settings, records: records)
      judged.presences = try presences.all { from, until, known in
        try highValueDay(from: from, until: until, before: known) { family = $0 }
      }
    }
    // The answers rest on registers and families wherever a criterion was asked.
    judged.mayBeOfRegion =
      finding.union != nil || judged.readings != nil
      || judged.presences.contains { $0.isLapse }
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

  /// The first day of [from, until) on which the patent counts by the events published before a day; the
  /// lapse published on it is not one of them.
  private func highValueDay(
    from: CalendarDay, until: CalendarDay?, before known: CalendarDay,
    asked: (WorldwideFamily) -> Void
  ) throws -> CalendarDay? {
    var before = self
    before.records.events.removeAll { event in event.publishedOn.map { $0 >= known } ?? false }
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
    for day in days.days where day > from && until.map({ day < $0 }) ?? true {
      if try counts(on: day) { return day }
    }
    return nil
  }
}

extension LegalEventClass? {
  /// Whether the patent may belong elsewhere after it, or another place before.
  fileprivate var movesPatentee: Bool {
    switch self {
    case .transferred, .renamed, .readdressed, .partyChanged: true
    default: false
    }
  }
}
