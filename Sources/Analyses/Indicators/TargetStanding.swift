import Records

/// Where a value stands against the plan's targets at a day.
package enum TargetStanding: Hashable, Sendable {
  /// The next target, of the day's own year or a later one. A negative gap is a surplus.
  case next(PlanTarget, gap: Double)
  /// All targets lie in years before the day's; the latest of them, and whether it is reached.
  case past(PlanTarget, reached: Bool)
  /// The plan has no target.
  case withoutTarget

  /// Compares `value` with the first target whose year is at or after that of `day`, else with the
  /// last one. The order of `targets` does not matter.
  package init(targets: [PlanTarget], asOf day: CalendarDay, value: Double) {
    let ordered = targets.sorted { ($0.year, $0.value) < ($1.year, $1.value) }
    if let next = ordered.first(where: { $0.year >= day.year }) {
      self = .next(next, gap: next.value - value)
    } else if let last = ordered.last {
      self = .past(last, reached: value >= last.value)
    } else {
      self = .withoutTarget
    }
  }
}
