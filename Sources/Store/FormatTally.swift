import Records

/// What one file gave of each format, counted while it is stored.
struct FormatTally {
  struct Count {
    var records = 0
    /// `yyyymmdd`, 00 for a missing month or day; the newest that can be true.
    var newest: Int?
    var givesEvents = false
  }

  private(set) var counts: [String: Count] = [:]
  /// The last format and its count: records of one format come in a row.
  private var last: (format: String, count: Count)?

  mutating func add(_ record: ExportRecord) {
    switch record {
    case .patent(let record):
      add(record.format, day: record.publicationDate.map { Int($0.number) })
    case .event(let record):
      add(
        record.format, day: FormatTally.plausible(record).map { Int($0.number) },
        isEvent: !record.isWorldwide)
    case .trademark(let mark): add(mark.format)
    case .trademarkRow: add(TrademarkRow.format)
    // Rows of registers are counted in their tables, where a newer file replaces an older one.
    case .register: break
    }
  }

  /// The day of an event's publication, but none that lies more than a month behind the day on which the
  /// delivery was produced: one slip of a digit (2062 for 2026) must not say how far the data reach.
  private static func plausible(_ event: LegalEvent) -> CalendarDay? {
    guard let published = event.publishedOn, let produced = event.producedOn else {
      return event.publishedOn
    }
    return published.daysSinceEpoch - produced.daysSinceEpoch > 31 ? nil : published
  }

  /// The counts of all formats.
  func all() -> [String: Count] {
    guard let last else { return counts }
    var counts = counts
    counts[last.format] = last.count
    return counts
  }

  private mutating func add(_ format: String, day: Int? = nil, isEvent: Bool = false) {
    var count: Count
    if let last, last.format == format {
      count = last.count
    } else {
      if let last { counts[last.format] = last.count }
      count = counts[format] ?? Count()
    }
    count.records += 1
    count.newest = [count.newest, day].compactMap { $0 }.max()
    count.givesEvents = count.givesEvents || isEvent
    last = (format, count)
  }
}
