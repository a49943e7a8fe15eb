import Records

extension LegalEvent {
  /// The day the event takes effect, as its class decides; nil if it names no day at all.
  ///
  /// The class and not the code: a restoration in an old code (C49, C52) is one like RR01.
  package func effectiveDay(as eventClass: LegalEventClass?) -> CalendarDay? {
    switch eventClass {
    case .restored:
      // A restoration takes effect on its publication, whatever days its text names.
      return publishedOn ?? effectiveOn
    case .termCompensation:
      // The 终止日期 of such an event is the new end of the term, not the day of the decision.
      return value("登记生效日").flatMap { CalendarDay($0) } ?? publishedOn ?? effectiveOn
    default:
      return effectiveOn ?? effectiveDayByText
    }
  }
}
