import Records

/// The figures of a run beside those of the published run before it.
///
/// A change of settings since then is named on its own and explains a jump: it warns where it would
/// fail.
struct FigureComparison {
  private let subject: GateSubject
  private let limits: [String: GateLimits<Threshold>]
  private let verb: String
  /// How far a figure has gone the way that is asked for, from what it was and what it is.
  private let distance: (_ before: Double, _ now: Double) -> Double

  init(
    _ subject: GateSubject, limits: [String: GateLimits<Threshold>], verb: String,
    distance: @escaping (_ before: Double, _ now: Double) -> Double
  ) {
    self.subject = subject
    self.limits = limits
    self.verb = verb
    self.distance = distance
  }

  func finding() -> GateFinding {
    guard limits.values.contains(where: { !$0.isOff }) else {
      return GateFinding(nil, "switched off in the plan")
    }
    guard !subject.isLookBack else {
      return GateFinding(.within, "not compared: a look back, which knows less than the nights")
    }
    guard let previous = subject.previous else {
      return GateFinding(.within, "no earlier run to compare with")
    }
    let apart = subject.indicator.asOf.daysSinceEpoch - previous.asOf.daysSinceEpoch
    guard apart <= subject.settings.compareWithin else {
      return GateFinding(
        .within,
        "not compared: run \(previous.run) before it is as of \(previous.asOf.isoText), "
          + "\(apart.counted("day")) earlier; compared are runs within \(subject.settings.compareWithin)"
      )
    }
    var level = GateLevel.within
    var crossed: [String] = []
    var kept: [String] = []
    for figure in GateFigure.all(subject.indicator, subject.planIndicators) {
      guard let limit = limits[figure.id], !limit.isOff, let before = previous.figures[figure.id]
      else { continue }
      guard let now = figure.value else {
        // A figure that is no longer known has fallen as far as one can.
        guard distance(1, 0) > 0 else { continue }
        level = max(level, limit.error == nil ? .warning : .error)
        crossed.append("\(figure.id) was \(Threshold.short(before)) and is no longer known")
        continue
      }
      let change = distance(before, now)
      let found = limit.level { change > $0.allowance(of: before, floor: figure.floor) }
      level = max(level, found)
      let numbers = "\(figure.id) \(Threshold.short(before)) → \(Threshold.short(now))"
      if found == .within {
        kept.append(numbers)
      } else {
        crossed.append(text(figure, limit, found, before: before, now: now, change: change))
      }
    }
    let basis = "compared with run \(previous.run) as of \(previous.asOf.isoText)"
    guard level > .within else {
      return GateFinding(.within, "\(basis): \(kept.joined(separator: ", "))")
    }
    guard !previous.changes.isEmpty else {
      return GateFinding(level, "\(crossed.joined(separator: "; ")); \(basis)")
    }
    let changes = previous.changes.map { $0.text }.joined(separator: ", ")
    return GateFinding(
      .warning, "\(crossed.joined(separator: "; ")); \(basis), since when changed: \(changes)")
  }

  private func text(
    _ figure: GateFigure, _ limit: GateLimits<Threshold>, _ level: GateLevel, before: Double,
    now: Double, change: Double
  ) -> String {
    let allowed = (level == .error ? limit.error : limit.warn)?.text ?? ""
    let share =
      before == 0 ? "" : " (\(Threshold.short((change / before * 1000).rounded() / 10))%)"
    return "\(figure.id) \(verb) from \(Threshold.short(before)) to \(Threshold.short(now)), "
      + "by \(Threshold.short(change))\(share); allowed \(allowed)"
  }
}
