import Records

/// Whether a granted right is in force at the cut-off.
package enum Standing: Hashable, Sendable {
  case inForce(because: [Evidence])
  case notInForce(End, because: [Evidence])
  case undetermined(missing: [Missing], because: [Evidence])

  /// Why a right is not in force.
  package enum End: String, Sendable, CaseIterable {
    case notGranted = "not-granted"
    case grantWithdrawn = "grant-withdrawn"
    case lapsed
    case expired
    case abandoned
    case invalidated
    case revoked
    /// Twenty years, or the compensated term, have passed; no event is needed.
    case termEnded = "term-ended"
  }

  package var isInForce: Bool {
    if case .inForce = self { return true }
    return false
  }

  package var isUndetermined: Bool {
    if case .undetermined = self { return true }
    return false
  }
}

extension Standing {
  static let rule = "in-force"

  /// Judges a granted right by its term and its events.
  ///
  /// 1. An end that happened and was not undone: not in force. Lapse and abandonment are undone by a
  ///    later restoration that answers them (``Restorations``); expiry, invalidation and revocation
  ///    never.
  /// 2. The term is over: not in force.
  /// 3. Nothing ended it, but legal status is missing or an event is unclear: undetermined. Known
  ///    ends come first because no missing record could make them undone (1) or untrue (2).
  /// 4. Else in force.
  ///
  /// Source: 专利法 (2020) art. 42 (term), art. 44 (unpaid fees and abandonment end a right before its
  /// term does), art. 47 (a right declared invalid never was). What a restoration undoes, and what
  /// missing legal status means: `Decisions/0009-readings.md`.
  init(grant: Grant, term: Term, timeline: EventTimeline, settings: AssemblySettings) {
    var restorations = Restorations()
    for entry in timeline.dated {
      let isRestoration = entry.eventClass == .restored
      if isRestoration, Standing.hasEffect(entry, timeline: timeline, settings: settings) {
        restorations.restore(by: entry)
      } else if timeline.counts(entry), Standing.end(entry.eventClass) != nil,
        Standing.concernsRight(entry, grant: grant)
      {
        restorations.openEnds.append(entry)
      }
    }
    let openEnds = restorations.openEnds
    // The end that happened first names the reason; an event in two codes is one end.
    if let first = openEnds.first(where: { !Restorations.canUndo($0.eventClass) })
      ?? openEnds.first,
      let reason = Standing.end(first.eventClass)
    {
      let isOver = term.hasEnded(at: settings.cutOff)
      let undatedRestoration = timeline.undated.first { $0.eventClass == .restored }
      if Restorations.canUndo(first.eventClass), let undatedRestoration, !isOver {
        let event = undatedRestoration.event
        self = .undetermined(
          missing: [.eventDate(code: event.code, name: event.name)],
          because: [first.evidence(rule: Standing.rule, settings: settings)])
        return
      }
      self = .notInForce(
        reason, because: openEnds.map { $0.evidence(rule: Standing.rule, settings: settings) })
      return
    }
    let isOver = term.end.map { settings.cutOff >= $0 } ?? false
    if term.hasEnded(at: settings.cutOff) {
      self = .notInForce(.termEnded, because: term.because)
      return
    }
    var missing: [Missing] = []
    if isOver { missing.append(.compensatedTermEnd) }
    if term.end == nil { missing.append(.filingDate) }
    switch settings.legalStatus {
    case .none: missing.append(.legalStatus)
    case .read(let completeFrom):
      if let completeFrom, grant.date < completeFrom {
        missing.append(.earlierLegalStatus(completeFrom: completeFrom))
      }
    }
    for entry in timeline.counted where entry.eventClass == nil {
      guard Standing.concernsRight(entry, grant: grant), Standing.mayEnd(entry.event) else {
        continue
      }
      missing.append(.eventEffect(code: entry.event.code, name: entry.event.name))
    }
    for entry in timeline.undated {
      if Standing.end(entry.eventClass) != nil {
        missing.append(.eventDate(code: entry.event.code, name: entry.event.name))
      } else if entry.eventClass == nil, Standing.mayEnd(entry.event) {
        missing.append(.eventEffect(code: entry.event.code, name: entry.event.name))
      }
    }
    let because =
      grant.because + term.because
      + (restorations.restoredEnds + restorations.effective).map {
        $0.evidence(rule: Standing.rule, settings: settings)
      }
    self =
      missing.isEmpty
      ? .inForce(because: because) : .undetermined(missing: missing, because: because)
  }

  /// Whether a restoration has effect at the cut-off.
  ///
  /// Retroactively restored, a right was never out of force, so the restoration's own day does not
  /// matter; but where the day of publication decides what has happened, it decides here too.
  private static func hasEffect(
    _ restoration: EventTimeline.Entry, timeline: EventTimeline, settings: AssemblySettings
  ) -> Bool {
    timeline.counts(restoration)
      || (settings.restoration == .retroactive && settings.eventDate == .effective)
  }

  /// Whether an end is the right's own and not the application's (视为放弃取得专利权的权利): what was both
  /// effective and published before the grant did not keep the grant from coming.
  private static func concernsRight(_ end: EventTimeline.Entry, grant: Grant) -> Bool {
    [end.effectiveOn, end.event.publishedOn].contains { $0.map { $0 >= grant.date } ?? false }
  }

  private static func end(_ eventClass: LegalEventClass?) -> End? {
    switch eventClass {
    case .lapsed: return .lapsed
    case .expired: return .expired
    case .abandoned: return .abandoned
    case .invalidated: return .invalidated
    case .revoked: return .revoked
    default: return nil
    }
  }

  /// Whether an event that no table classes might end a right. Pledges, court preservation and
  /// licences never do, so it does not matter which of them a collective name means.
  private static func mayEnd(_ event: LegalEvent) -> Bool {
    if ["PLDC", "RINS", "LICC", "LIC"].contains(event.code ?? "") { return false }
    let name = event.name ?? ""
    return !["质押", "保全", "许可"].contains { name.contains($0) }
  }
}
