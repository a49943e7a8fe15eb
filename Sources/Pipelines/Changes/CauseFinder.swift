import Analyses
import Classifiers
import Dossiers
import Records

/// Finds for each change of a patent the one cause, by judging the patent again from the store.
///
/// Three judgements under the later run's rules tell the cause apart:
///
///     A  records the earlier run knew, at its cut-off
///     B  records the later run knew, at the earlier cut-off
///     C  records the later run knew, at its own cut-off
///
/// 1. C must answer as the later run has published; if not, the store does not explain the change.
/// 2. A answers like the later run: the rules have changed, nothing else.
/// 3. B does: what was delivered since says so of the earlier cut-off already: known late.
/// 4. Else it happened between the cut-offs; the day is found by bisection.
///
/// What differs between the judgements on both sides of the step (A and B, or the days before and of
/// the turn) then names the cause. Reasons: `Decisions/0012-causes.md`.
struct CauseFinder {
  let rejudgement: Rejudgement
  let rules: RuleComparison
  /// Whether a newer version of the readers has read files again that the earlier run knew.
  let areReadAgain: Bool
  let before: ComparedRun
  let after: ComparedRun

  /// The reasons of a patent's changes, in their order; nil where the store does not tell one.
  func reasons(
    of patent: StoredPatent, from old: PatentStanding?, to new: PatentStanding?
  ) throws -> [ChangeReason?] {
    let judgements = Judgements(self, patent)
    let changes = PatentStanding.changes(from: old, to: new)
    if (old == nil) != (new == nil) {
      // In or out of the base set explains all else.
      let reason = try judgements.reason(.base, old, new)
      return changes.map { _ in reason }
    }
    var known: [ChangeFigure: ChangeReason?] = [:]
    for change in changes {
      if case .criterion = change.figure {
        known[change.figure] = try judgements.reason(change.figure, old, new)
      }
    }
    let ofCount = changes.first { $0.figure == .highValue }.map { count in
      changes.filter { $0.direction == count.direction }.compactMap { change in
        known[change.figure] ?? nil
      }
    }
    for change in changes {
      switch change.figure {
      case .highValue: known[change.figure] = .some(CauseFinder.best(ofCount ?? []))
      case .county:
        // The county of a patent that counts in one run only says nothing of its own.
        known[change.figure] =
          ofCount != nil
          ? .some(CauseFinder.best(ofCount ?? []))
          : try judgements.reason(change.figure, old, new)
      default: break
      }
    }
    return changes.map { known[$0.figure] ?? nil }
  }

  /// The first reason in the plan's order of criteria that says something.
  static func best(_ reasons: [ChangeReason]) -> ChangeReason? {
    reasons.first { $0.cause != .undetermined } ?? reasons.first
  }

  /// The judgements of one patent, each made once.
  private final class Judgements {
    let finder: CauseFinder
    let patent: StoredPatent
    private var made: [RecordSide: [CalendarDay: PatentJudge.Finding?]] = [:]

    init(_ finder: CauseFinder, _ patent: StoredPatent) {
      self.finder = finder
      self.patent = patent
    }

    func finding(_ side: RecordSide, _ day: CalendarDay) throws -> PatentJudge.Finding? {
      if let known = made[side]?[day] { return known }
      let finding = try finder.rejudgement.finding(of: patent, side, on: day)
      made[side, default: [:]][day] = .some(finding)
      return finding
    }

    /// Whether a judgement answers for a figure as `standing` does.
    func agrees(
      _ figure: ChangeFigure, _ finding: PatentJudge.Finding?, _ standing: PatentStanding?
    ) -> Bool {
      let judged = PatentStanding(finding)
      switch figure {
      case .county: return judged?.county == standing?.county
      default:
        return (judged?.counts(toward: figure) ?? false)
          == (standing?.counts(toward: figure) ?? false)
      }
    }

    func reason(
      _ figure: ChangeFigure, _ old: PatentStanding?, _ new: PatentStanding?
    ) throws -> ChangeReason? {
      let (first, last) = (finder.before.asOf, finder.after.asOf)
      guard agrees(figure, try finding(.after, last), new) else { return nil }
      let differences = {
        (from: PatentJudge.Finding?, to: PatentJudge.Finding?, turn: CalendarDay?)
          -> ChangeReason? in
        FindingDifference(
          figure: figure, from: from, to: to, turn: turn, patent: self.patent,
          before: self.finder.rejudgement.set(.before), after: self.finder.rejudgement.set(.after),
          contracts: self.finder.rejudgement.contracts
        ).reason
      }
      let known = try finding(.before, first)
      // A store that no longer has what the earlier run knew explains nothing.
      if old != nil, known == nil { return nil }
      if figure != .base, PatentStanding(known) == nil { return nil }
      if agrees(figure, known, new) {
        if let reason = finder.rules.reason(for: figure) { return reason }
        return finder.areReadAgain ? ChangeReason(.toolChanged, detail: "读取程序更新，文件重新读取") : nil
      }
      let delivered = try finding(.after, first)
      if agrees(figure, delivered, new) {
        if figure == .base, known?.state.grant == nil, let grant = delivered?.state.grant,
          let granted = try finding(.after, grant.date), PatentStanding(granted) == nil,
          let day = try turn(figure, new, after: grant.date, by: first)
        {
          // Delivered as a whole: what made it one of the base set is the last thing that did.
          var reason = differences(
            try day.adding(days: -1).flatMap { try finding(.after, $0) },
            try finding(.after, day), day)
          reason?.isKnownLate = true
          return reason
        }
        return differences(known, delivered, nil)
      }
      if last < first { return ChangeReason(.earlierCutOff) }
      guard let day = try turn(figure, new, after: first, by: last) else { return nil }
      return differences(
        try day.adding(days: -1).flatMap { try finding(.after, $0) }, try finding(.after, day), day)
    }

    /// A day on which the answer turned to that of the later run.
    ///
    /// - Parameters:
    ///   - start: a day on which the answer is another.
    ///   - end: a day on which it is the later run's.
    private func turn(
      _ figure: ChangeFigure, _ new: PatentStanding?, after start: CalendarDay, by end: CalendarDay
    ) throws -> CalendarDay? {
      var low = 0
      var high = end.daysSinceEpoch - start.daysSinceEpoch
      while high - low > 1 {
        let middle = (low + high) / 2
        guard let day = start.adding(days: middle) else { return nil }
        if agrees(figure, try finding(.after, day), new) { high = middle } else { low = middle }
      }
      return start.adding(days: high)
    }
  }
}
