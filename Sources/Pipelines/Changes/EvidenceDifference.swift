import Analyses
import Records

/// What two published lines of evidence alone tell of a change, where no store does: facts of the later
/// line with a day between the two cut-offs.
///
/// Only entries are told so: of a patent that has left, its line no longer says anything.
struct EvidenceDifference {
  let before: EvidenceLine?
  let after: EvidenceLine?
  let start: CalendarDay
  let end: CalendarDay

  func reason(_ figure: ChangeFigure, _ direction: PatentChange.Direction) -> ChangeReason? {
    guard direction == .entry, let after else { return nil }
    if before == nil { return baseReason(after.baseSet) }
    switch figure {
    case .base, .highValue: return nil
    case .county: return moved(after.baseSet).map { reason(.movedWithin, $0) }
    case .criterion(let criterion):
      let old = Set(before?.criteria[criterion.id]?.evidence ?? [])
      let new = (after.criteria[criterion.id]?.evidence ?? []).filter { !old.contains($0) }
      switch criterion {
      case .maintainedOverTenYears:
        let days = (after.criteria[criterion.id]?.evidence ?? []).filter { $0.field == "十周年日" }
        return days.first { isBetween($0, upTo: false) }.map { reason(.crossedTenYears, $0) }
      case .overseasFamily:
        return new.first { isBetween($0) }.map { reason(.familyRight, $0) }
      case .pledgeFinancing: return new.first { isBetween($0) }.map { reason(.pledge, $0) }
      case .strategicEmergingIndustry, .award: return nil
      }
    }
  }

  /// The one fact between the cut-offs that can have brought the patent in; nil where there are more.
  private func baseReason(_ facts: [EvidenceLine.Item]) -> ChangeReason? {
    let recent = facts.filter { isBetween($0) && $0.rule != "term" }
    if let grant = recent.first(where: { $0.rule == "granted" }) { return reason(.granted, grant) }
    let restored = recent.filter { $0.rule == "in-force" }
    let moved = recent.filter { $0.rule == "first-patentee" && $0.field?.hasPrefix("变更") == true }
    if let last = restored.last, moved.isEmpty { return reason(.restored, last) }
    if let last = moved.last, restored.isEmpty { return reason(.movedIn, last) }
    return nil
  }

  private func moved(_ facts: [EvidenceLine.Item]) -> EvidenceLine.Item? {
    facts.last {
      $0.rule == "first-patentee" && $0.field?.hasPrefix("变更") == true && isBetween($0)
    }
  }

  /// Whether a fact's day lies after the earlier cut-off and up to the later one. What is exceeded on
  /// the day after (`upTo: false`) lies on the earlier cut-off itself, but not on the later.
  private func isBetween(_ item: EvidenceLine.Item, upTo includesEnd: Bool = true) -> Bool {
    guard let day = item.date.flatMap({ CalendarDay($0) }) else { return false }
    return includesEnd ? start < day && day <= end : start <= day && day < end
  }

  private func reason(_ cause: ChangeCause, _ item: EvidenceLine.Item) -> ChangeReason {
    ChangeReason(
      cause, day: item.date.flatMap { CalendarDay($0) },
      fact: ChangeFact(
        rule: item.rule, table: item.table, file: item.file, member: item.member,
        record: item.record, field: item.field, value: item.value))
  }
}
