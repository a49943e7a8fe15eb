import Records

/// What changed between two runs of a plan: rules, figures and patents.
package struct RunDifference: Hashable, Sendable {
  /// A run by its id and cut-off.
  package struct Run: Hashable, Sendable {
    package var id: String
    package var asOf: CalendarDay

    package init(id: String, asOf: CalendarDay) {
      self.id = id
      self.asOf = asOf
    }
  }

  package var region: RegionCode
  package var run: Run
  /// Nil where there is nothing to compare with.
  package var previous: Run?
  /// Why nothing was compared, in Chinese; nil where it was.
  package var notCompared: String?
  package var rules: [RuleChange]
  /// Base set, count, the criteria in the plan's order, the counties by code. Empty where nothing was
  /// compared.
  package var figures: [FigureChange]
  /// By application number as text.
  package var patents: [ChangedPatent]

  package init(
    region: RegionCode, run: Run, previous: Run?, notCompared: String? = nil,
    rules: [RuleChange] = [], figures: [FigureChange] = [], patents: [ChangedPatent] = []
  ) {
    self.region = region
    self.run = run
    self.previous = previous
    self.notCompared = notCompared
    self.rules = rules
    self.figures = figures
    self.patents = patents
  }

  /// Adds the changes of `patents` up to figures.
  ///
  /// - Parameter name: the Chinese name of a figure.
  package init(
    region: RegionCode, run: Run, previous: Run, rules: [RuleChange], before: FigureCounts,
    after: FigureCounts, patents: [ChangedPatent], name: (ChangeFigure) -> String
  ) {
    var figures: [ChangeFigure] = [.base, .highValue]
    figures += HighValueCriterion.allCases.map { .criterion($0) }
    var codes = Set(before.counties.keys).union(after.counties.keys)
    for change in patents.flatMap({ $0.changes }) {
      if case .county(let code) = change.figure { codes.insert(code) }
    }
    figures += codes.sorted().map { .county($0) }
    self.init(
      region: region, run: run, previous: previous, rules: rules,
      figures: figures.map { figure in
        FigureChange(
          figure, name: name(figure), before: before[figure], after: after[figure], patents: patents
        )
      }, patents: patents)
  }

  /// Names each sum that does not hold; empty for a sound result.
  ///
  /// 1. Of every figure, before + entries − exits = after.
  /// 2. The counties' entries and exits differ by as much as those of the count.
  /// 3. A patent enters or leaves a figure once.
  package func inconsistencies() -> [String] {
    var faults = figures.compactMap { figure -> String? in
      let expected = figure.before + figure.entered - figure.left
      if expected == figure.after { return nil }
      return "\(figure.figure.id): \(figure.before) + \(figure.entered) - \(figure.left) is "
        + "\(expected), the later run has \(figure.after)"
    }
    let counties = figures.filter { figure in
      if case .county = figure.figure { return true }
      return false
    }
    if let count = figures.first(where: { $0.figure == .highValue }) {
      let sum = counties.reduce(0) { $0 + $1.entered - $1.left }
      if sum != count.entered - count.left {
        faults.append("the counties change by \(sum), the count by \(count.entered - count.left)")
      }
    }
    for patent in patents where Set(patent.changes.map { $0.figure }).count != patent.changes.count
    {
      faults.append("\(patent.applicationNumber) changes a figure twice")
    }
    return faults
  }
}
