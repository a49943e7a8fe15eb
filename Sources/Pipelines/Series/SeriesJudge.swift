import Classifiers
import Dispatch
import Dossiers
import Records
import ReferenceTables
import Store
import Synchronization

/// Judges applications at the points of a series: once for each stretch of points between which no day
/// of change lies.
///
/// Most applications are passed over early: what was never granted needs no state, and where a state is
/// not in force or its patentee lives elsewhere no criterion is asked.
struct SeriesJudge: Sendable {
  /// The points in order, and the judge of each.
  let points: [CalendarDay]
  let judges: [PatentJudge]
  let contracts: [String: PledgeContract]
  /// The cut-off in them is each point's.
  let settings: AssemblySettings
  let events: LegalEventTable
  let knownOn: KnownOn?
  let texts: TextReader
  let families: FamilyReader

  /// Judges the parts of a block on a thread each; the sum of all.
  static func counts(
    of block: [StoredApplication], by judges: [SeriesJudge]
  ) throws -> SeriesCounts {
    let size = (block.count + judges.count - 1) / judges.count
    let results = Mutex<[Result<SeriesCounts, any Error>]>([])
    DispatchQueue.concurrentPerform(iterations: judges.count) { index in
      let start = min(index * size, block.count)
      let part = block[start..<min(start + size, block.count)]
      let result = Result { try judges[index].counts(of: part) }
      results.withLock { $0.append(result) }
    }
    // Sums do not depend on the order in which threads end.
    var counts = SeriesCounts(points: judges.first?.points.count ?? 0)
    for result in results.withLock({ $0 }) { counts.add(try result.get()) }
    return counts
  }

  private func counts(of part: ArraySlice<StoredApplication>) throws -> SeriesCounts {
    var counts = SeriesCounts(points: points.count)
    var classes = EventClasses(events)
    for item in part where item.application.right == .invention {
      try count(knownOn?.known(of: item) ?? item, &classes, &counts)
    }
    return counts
  }

  private func count(
    _ item: StoredApplication, _ classes: inout EventClasses, _ counts: inout SeriesCounts
  ) throws {
    var events: [LegalEvent] = []
    events.reserveCapacity(item.events.count)
    for stored in item.events {
      var event = stored.event
      event.eventClass = classes.eventClass(of: event)
      events.append(event)
    }
    guard let start = start(publications: item.publications, events: events) else { return }
    let records = ApplicationRecords(
      application: item.application,
      publications: item.publications.map { PublicationDelivery($0.publication, rowID: $0.rowID) },
      events: events)
    let days = ChangeDays(of: records, parentFilingDate: settings.parentFilingDate)
    var patent = Patent(item: item, records: records, judge: self)
    try forEachStretch(of: start..<points.endIndex, between: days) { stretch in
      try patent.count(stretch, &counts)
    }
  }

  /// The first point at which a patent may be granted; nil: at none.
  ///
  /// Before the day of any grant, by a publication or by an event, a state says "not granted". A grant
  /// publication without a day leaves the day open, so no point is passed over.
  private func start(publications: [StoredPublication], events: [LegalEvent]) -> Int? {
    var earliest: CalendarDay?
    func take(_ day: CalendarDay?) {
      if let day { earliest = min(earliest ?? day, day) }
    }
    for stored in publications where stored.publication.kind.isInventionGrant {
      guard let day = stored.publication.publicationDate?.day else { return points.startIndex }
      take(day)
    }
    for event in events where event.eventClass == .granted {
      take(event.publishedOn)
      take(event.effectiveDay(as: .granted))
    }
    return earliest.flatMap { day in points.firstIndex { $0 >= day } }
  }

  /// The stretches of points without a day of change between them.
  fileprivate func forEachStretch(
    of range: Range<Int>, between days: ChangeDays, _ body: (Range<Int>) throws -> Void
  ) rethrows {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      if let until = days.interval(around: points[start]).until {
        while end < range.upperBound, points[end] < until { end += 1 }
      } else {
        end = range.upperBound
      }
      try body(start..<end)
      start = end
    }
  }

  /// One application while its stretches are judged; what they share is found once.
  private struct Patent {
    let item: StoredApplication
    let records: ApplicationRecords
    let judge: SeriesJudge
    private var days: ChangeDays?
    private var family: WorldwideFamily?
    private var text: StoredText??
    private var industry: IndustryJudgement?

    init(item: StoredApplication, records: ApplicationRecords, judge: SeriesJudge) {
      self.item = item
      self.records = records
      self.judge = judge
    }

    /// Counts a stretch over which publications and events say one thing; registers and the family
    /// are asked only where the patent may be of the region's base set.
    mutating func count(_ stretch: Range<Int>, _ counts: inout SeriesCounts) throws {
      var settings = judge.settings
      settings.cutOff = judge.points[stretch.lowerBound]
      let state = DossierState(of: records, under: settings)
      guard state.standing.isInForce || state.standing.isUndetermined else { return }
      switch judge.judges[stretch.lowerBound].residence(of: state.firstPatentee) {
      case .elsewhere: return
      case .unresolved:
        if state.standing.isInForce { counts.add(.unresolvedRegion, stretch) }
      case .region:
        let family = try family ?? judge.families.family(of: item.application)
        self.family = family
        let days =
          days
          ?? ChangeDays(
            of: records, registers: item.registers, contracts: judge.contracts, family: family,
            parentFilingDate: judge.settings.parentFilingDate)
        self.days = days
        try judge.forEachStretch(of: stretch, between: days) { part in
          let finding = try judge.judges[part.lowerBound].finding(
            state, registers: item.registers,
            text: { rowID in
              if let text { return text }
              let found = try judge.texts.text(ofPublication: rowID)
              text = .some(found)
              return found
            }, family: { _ in family }, industry: industry)
          industry = finding.industry
          counts.add(finding, part)
        }
      }
    }
  }
}
