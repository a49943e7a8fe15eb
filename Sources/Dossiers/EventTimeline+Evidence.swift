import Records

extension EventTimeline.Entry {
  /// The event as evidence: its code and name, and the day that the rule used.
  func evidence(rule: String, settings: AssemblySettings) -> Evidence {
    let label = LegalEvent.effectiveDayLabels.first { event.value($0) != nil }
    return Evidence(
      rule: rule, table: settings.eventTable, source: event.source,
      field: eventClass == .restored ? "法律状态公告日" : label ?? "法律状态公告日",
      value: [event.code, event.name].compactMap { $0 }.joined(separator: " "), date: effectiveOn)
  }
}
