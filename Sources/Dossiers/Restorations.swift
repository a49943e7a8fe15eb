import Records

/// Which ends of a right its restorations undo, taken in the order of events.
///
/// A restoration answers an end that was announced by the day of its own publication. One announced
/// only later is
///
/// 1. undone with it, where it repeats the class and the effective day of an end that the restoration
///    answers: the same end announced again,
/// 2. else not undone, where the restoration answers another end: the fees of a further year were not
///    paid while the restoration was pending, and the office announced this after it,
/// 3. else undone, if it is the first of them: a restoration restores something, and no earlier end is
///    known that it could mean. Those behind it stand as in 2.
///
/// Source: 专利法实施细则 (2023) art. 6 restores what a missed time limit took. No text speaks of an end
/// announced afterwards: `Decisions/0009-readings.md`.
struct Restorations {
  /// Ends that stand so far.
  var openEnds: [EventTimeline.Entry] = []
  private(set) var restoredEnds: [EventTimeline.Entry] = []
  /// The restorations that undid something.
  private(set) var effective: [EventTimeline.Entry] = []

  mutating func restore(by restoration: EventTimeline.Entry) {
    let candidates = openEnds.filter { Restorations.canUndo($0.eventClass) }
    guard !candidates.isEmpty else { return }
    let answered = (candidates + restoredEnds).filter {
      Restorations.wasAnnounced($0, by: restoration)
    }
    let meant = answered.isEmpty ? Array(candidates.prefix(1)) : answered
    func isUndone(_ end: EventTimeline.Entry) -> Bool {
      Restorations.canUndo(end.eventClass)
        && (Restorations.wasAnnounced(end, by: restoration)
          || meant.contains { Restorations.repeats(end, $0) })
    }
    let undone = openEnds.filter { isUndone($0) }
    guard !undone.isEmpty else { return }
    openEnds.removeAll { isUndone($0) }
    restoredEnds += undone
    effective.append(restoration)
  }

  /// Whether a restoration can undo an end of this class.
  static func canUndo(_ eventClass: LegalEventClass?) -> Bool {
    eventClass == .lapsed || eventClass == .abandoned
  }

  /// An end without a day of publication is taken for announced: its own day lies before.
  private static func wasAnnounced(
    _ end: EventTimeline.Entry, by restoration: EventTimeline.Entry
  ) -> Bool {
    guard let announced = end.event.publishedOn, let restored = restoration.effectiveOn else {
      return true
    }
    return announced <= restored
  }

  private static func repeats(_ end: EventTimeline.Entry, _ other: EventTimeline.Entry) -> Bool {
    end.eventClass == other.eventClass && end.effectiveOn == other.effectiveOn
  }
}
