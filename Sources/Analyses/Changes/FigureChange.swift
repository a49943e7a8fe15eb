/// How one figure came from its earlier to its later size.
///
/// Invariant: before + entries − exits = after.
package struct FigureChange: Hashable, Sendable {
  /// Patents that entered or left by one cause.
  package struct Share: Hashable, Sendable {
    package var cause: ChangeCause
    package var count: Int
    /// Those of them whose fact was true at the earlier cut-off and only delivered since.
    package var knownLate: Int

    package init(cause: ChangeCause, count: Int, knownLate: Int) {
      self.cause = cause
      self.count = count
      self.knownLate = knownLate
    }
  }

  package var figure: ChangeFigure
  /// The figure's name in Chinese.
  package var name: String
  package var before: Int
  /// In the order of ``ChangeCause``; causes without a patent are left out.
  package var entries: [Share]
  package var exits: [Share]
  package var after: Int

  package init(
    figure: ChangeFigure, name: String, before: Int, entries: [Share], exits: [Share], after: Int
  ) {
    self.figure = figure
    self.name = name
    self.before = before
    self.entries = entries
    self.exits = exits
    self.after = after
  }

  package var entered: Int { entries.reduce(0) { $0 + $1.count } }
  package var left: Int { exits.reduce(0) { $0 + $1.count } }

  /// Adds the changes of all patents up.
  init(
    _ figure: ChangeFigure, name: String, before: Int, after: Int, patents: [ChangedPatent]
  ) {
    var counts: [PatentChange.Direction: [ChangeCause: Share]] = [:]
    for patent in patents {
      for change in patent.changes where change.figure == figure {
        let cause = change.reason.cause
        var share =
          counts[change.direction]?[cause] ?? Share(cause: cause, count: 0, knownLate: 0)
        share.count += 1
        if change.reason.isKnownLate { share.knownLate += 1 }
        counts[change.direction, default: [:]][cause] = share
      }
    }
    func shares(_ direction: PatentChange.Direction) -> [Share] {
      ChangeCause.allCases.compactMap { counts[direction]?[$0] }
    }
    self.init(
      figure: figure, name: name, before: before, entries: shares(.entry), exits: shares(.exit),
      after: after)
  }
}
