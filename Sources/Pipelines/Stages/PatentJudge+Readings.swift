import Analyses
import Classifiers
import Dossiers
import Records
import Store

/// What a patent would be under other readings of the open settings.
extension PatentJudge {
  /// The readings that differ from the plan's calibre and change a criterion alone, with their bits.
  ///
  /// - Returns: nil for a patent that is not of the base set.
  func readings(of finding: Finding) -> JudgedApplication.Readings? {
    guard finding.state.standing.isInForce, let union = finding.union,
      let patent = finding.patent
    else { return nil }
    var readings = JudgedApplication.Readings(base: 0, counts: 0)
    for (bit, reading) in CalibreReading.all.enumerated() {
      readings.base |= 1 << bit
      if counts(union, patent, under: reading) { readings.counts |= 1 << bit }
    }
    return readings
  }

  private func counts(
    _ union: UnionJudgement, _ patent: PatentUnderJudgement, under reading: CalibreReading
  ) -> Bool {
    guard let criterion = reading.criterion else { return union.verdict == .met }
    // What counts by another criterion counts whatever this one says.
    if union.parts.contains(where: { $0.criterion != criterion && $0.judgement.isMet }) {
      return true
    }
    let calibre = reading.applied(to: plan.calibre)
    if calibre == plan.calibre { return union.verdict == .met }
    guard let type = criteria.first(where: { $0.id == criterion }) else { return false }
    return type.judge(patent, in: context(under: calibre)).isMet
  }

  /// The readings, other than the plan's, that decide which patents are of the base set: how events
  /// are taken.
  var otherTimings: [Timing] {
    CalibreReading.all.enumerated().compactMap { bit, reading in
      let calibre = reading.applied(to: plan.calibre)
      guard reading.criterion == nil, calibre != plan.calibre else { return nil }
      return Timing(
        bit: bit, restoration: calibre.restoration, eventDate: calibre.events,
        isOfRestoration: calibre.restoration != plan.calibre.restoration)
    }
  }

  /// A reading of how events are taken, with its bit.
  struct Timing {
    var bit: Int
    var restoration: AssemblySettings.Restoration
    var eventDate: AssemblySettings.EventDate
    /// Whether it differs from the plan in the effect of restorations, else in the deciding day.
    var isOfRestoration: Bool

    /// Whether the application may be judged otherwise than the plan judges it.
    func matters(to events: [LegalEvent], cutOff: CalendarDay) -> Bool {
      guard !isOfRestoration else { return events.contains { $0.eventClass == .restored } }
      return events.contains { event in
        guard let published = event.publishedOn,
          let effective = event.effectiveDay(as: event.eventClass)
        else { return false }
        return (published <= cutOff) != (effective <= cutOff)
      }
    }
  }
}
