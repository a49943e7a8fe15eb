import Records

/// The term of a patent, and its compensation: an invention's twenty years from filing, a utility
/// model's ten, a design's fifteen, or ten where it was filed before June 2021.
///
/// The term has ended on the anniversary itself; 29 February becomes 28 February. A divisional
/// application has the filing date of its parent, a national phase the international one.
///
/// Source: 专利法 (2020) art. 42, para. 1 (twenty, ten and fifteen years from filing) and paras. 2 and 3
/// (compensation); 国家知识产权局公告第423号 (2021-05-24; number from memory): a design filed by
/// 2021-05-31 keeps its ten years.
/// The anniversary and whose filing date counts: `Decisions/0009-readings.md`.
package struct Term: Hashable, Sendable {
  /// Whose filing date the term runs from: the application's own, its parent's, or the
  /// international one.
  package enum FilingDateOrigin: String, Sendable {
    case own
    case parent
    case international
  }

  /// The day from which the term runs; nil if none is readable.
  package var filingDate: CalendarDay?
  package var filingDateOrigin: FilingDateOrigin
  /// The first day on which the right is out of force: the last anniversary or, after a
  /// compensation, the later end. Nil without a filing date.
  package var end: CalendarDay?
  /// Whether a compensation was granted whose new end is not readable.
  package var hasUnreadableCompensation: Bool
  package var because: [Evidence]

  init(
    of right: Right = .invention, deliveries: [PublicationDelivery],
    isDivisionalOf parent: ApplicationNumber?,
    timeline: EventTimeline, settings: AssemblySettings
  ) {
    (filingDate, filingDateOrigin, because) = Term.filing(
      deliveries: deliveries, parent: parent, settings: settings)
    let anniversary = filingDate.flatMap { $0.adding(years: Term.years(of: right, filed: $0)) }
    end = anniversary
    hasUnreadableCompensation = false
    for entry in timeline.counted where entry.eventClass == .termCompensation {
      // C15 of 1993 raised fifteen years to the twenty that every term here has anyway.
      if entry.event.code == "C15" { continue }
      guard let compensated = Term.compensatedEnd(entry.event, anniversary: anniversary) else {
        hasUnreadableCompensation = true
        because.append(entry.evidence(rule: Term.rule, settings: settings))
        continue
      }
      if let current = end, compensated <= current { continue }
      end = compensated
      var evidence = entry.evidence(rule: Term.rule, settings: settings)
      evidence.field = "期限届满日"
      evidence.value += " → " + compensated.isoText
      because.append(evidence)
    }
  }

  static let rule = "term"

  /// The years of protection from the filing date.
  package static func years(of right: Right, filed: CalendarDay) -> Int {
    switch right {
    case .invention, .plant: 20
    case .utilityModel: 10
    case .design: filed.number < 20_210_601 ? 10 : 15
    }
  }

  /// Whether the term is known to be over, whatever else happened to the right.
  func hasEnded(at cutOff: CalendarDay) -> Bool {
    !hasUnreadableCompensation && (end.map { cutOff >= $0 } ?? false)
  }

  private static func filing(
    deliveries: [PublicationDelivery], parent: ApplicationNumber?, settings: AssemblySettings
  ) -> (CalendarDay?, FilingDateOrigin, [Evidence]) {
    // Newest first: a correction replaces what it corrects, an older delivery fills what it lacks.
    let newestFirst = deliveries.reversed()
    func evidence(_ field: String, _ day: CalendarDay, _ source: Source?) -> [Evidence] {
      [Evidence(rule: rule, source: source, field: field, value: day.isoText, date: day)]
    }
    if let parent, let day = settings.parentFilingDate(parent) {
      let source = newestFirst.first { $0.parentApplicationNumber == parent }?.source
      return (
        day, .parent,
        [
          Evidence(
            rule: rule, source: source, field: "parent_application_no", value: parent.canonical,
            date: day)
        ]
      )
    }
    if let delivery = newestFirst.first(where: { $0.internationalFilingDate?.day != nil }),
      let day = delivery.internationalFilingDate?.day
    {
      return (day, .international, evidence("pct.filing_date", day, delivery.source))
    }
    if let delivery = newestFirst.first(where: { $0.filingDate?.day != nil }),
      let day = delivery.filingDate?.day
    {
      // CNIPA delivers a divisional with its parent's filing date and a national phase with the
      // international one, so what the document itself says is the second best.
      let origin: FilingDateOrigin = parent == nil ? .own : .parent
      return (day, origin, evidence("filing_date", day, delivery.source))
    }
    return (nil, parent == nil ? .own : .parent, [])
  }

  /// The new end of a compensated term as the event's details give it.
  ///
  /// No published data with such an event was at hand; the labels are from memory. Read are, in
  /// this order: the latest day under a label that speaks of an end (届满, 到期, 终止, 截止; the
  /// original end, 原…, is passed over); a number of days under a label that speaks of
  /// compensation, added to the anniversary; any other day after the anniversary.
  package static func compensatedEnd(_ event: LegalEvent, anniversary: CalendarDay?) -> CalendarDay?
  {
    let details = event.details.map { (label: PartyText.key($0.label), value: $0.value) }
    let ends = details.filter { detail in
      !detail.label.hasPrefix("原")
        && ["届满", "到期", "终止", "截止"].contains { detail.label.contains($0) }
    }.compactMap { lastDay(in: $0.value) }
    if let latest = ends.max(), anniversary.map({ latest > $0 }) ?? true { return latest }
    for detail in details
    where detail.label.contains("补偿") || detail.label.contains("天数") {
      guard let anniversary, let days = numberOfDays(in: detail.value) else { continue }
      return anniversary.adding(days: days)
    }
    guard let anniversary else { return nil }
    let others = details.filter { !LegalEvent.effectiveDayLabels.contains($0.label) }
      .compactMap { lastDay(in: $0.value) }
      .filter { $0 > anniversary && $0 != event.publishedOn }
    return others.max()
  }

  /// The last complete day named in a text such as `2041年3月15日` or `自2021-03-16至2041-09-15`.
  private static func lastDay(in text: String) -> CalendarDay? {
    var days: [CalendarDay] = []
    var run = ""
    func close() {
      while let last = run.unicodeScalars.last, !("0"..."9").contains(last), last != "日" {
        run.unicodeScalars.removeLast()
      }
      if let day = CalendarDay(run) { days.append(day) }
      run = ""
    }
    for scalar in PartyText.key(text).unicodeScalars {
      if ("0"..."9").contains(scalar) || "年月日-/.".unicodeScalars.contains(scalar) {
        run.unicodeScalars.append(scalar)
        if scalar == "日" { close() }
      } else {
        close()
      }
    }
    close()
    return days.max()
  }

  /// The number in `120`, `120天` or `120日`, at most five digits.
  private static func numberOfDays(in text: String) -> Int? {
    let key = PartyText.key(text)
    let digits = key.prefix { ("0"..."9").contains($0) }
    let unit = key.dropFirst(digits.count)
    guard (1...5).contains(digits.count), ["", "天", "日", "个日"].contains(String(unit)) else {
      return nil
    }
    return Int(digits)
  }
}
