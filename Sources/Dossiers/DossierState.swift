import Records

/// One application at a date: what all its records together say.
package struct DossierState: Hashable, Sendable {
  /// The delivery that gives title, parties and (by its row) abstract and classifications.
  package struct Document: Hashable, Sendable {
    /// What the document publishes.
    package enum Role: String, Sendable {
      /// A B or C document or its correction.
      case grant
      /// The published application; only where no grant publication was delivered.
      case application
    }

    package var role: Role
    package var delivery: PublicationDelivery
  }

  package var application: ApplicationNumber
  package var cutOff: CalendarDay
  package var right: Right
  /// The grant, if it happened by the cut-off and was not withdrawn.
  package var grant: Grant?
  /// Whether the newest delivery of the grant publication withdraws it.
  package var isGrantWithdrawn: Bool
  /// The newest delivery of the grant publication, else of the application's publication.
  package var document: Document?
  package var parentApplication: ApplicationNumber?
  package var term: Term
  package var standing: Standing
  /// The first patentee at the cut-off; nil if no document names a party.
  package var firstPatentee: FirstPatentee?
  /// Pledge events that have happened at the cut-off, by effective day.
  package var pledges: [PledgeEvent]
  /// Events that neither code nor name class, whether they matter or not.
  package var unclassifiedEvents: [LegalEvent]
  package var remarks: [QualityRemark]

  /// Indicator 1 counts inventions alone; the maps count utility models and designs beside them.
  package var isInvention: Bool { right == .invention }

  /// The filing date from which terms run: the parent's for a divisional, the international one for
  /// a national phase.
  package var filingDate: CalendarDay? { term.filingDate }
}

extension DossierState {
  /// Assembles the state from all records of one application; their order does not matter.
  ///
  /// - Complexity: O(*n* log *n*) in the number of records.
  package init(of records: ApplicationRecords, under settings: AssemblySettings) {
    let timeline = EventTimeline(records.events, settings: settings)
    let deliveries = records.publications.sorted { $0.isOlder(than: $1) }
    let right = records.application.right
    let grants = deliveries.filter { $0.kind.isGrant(of: right) }
    let publications = deliveries.filter { !$0.kind.isGrant(of: right) && $0.status != .deleted }
    var remarks: [QualityRemark] = []

    application = records.application
    cutOff = settings.cutOff
    // The type digit of the number has been checked by its check digit; a document's own word has
    // not.
    self.right = right
    if let contrary = deliveries.last(where: { $0.right != records.application.right }) {
      remarks.append(
        QualityRemark(
          id: "contradictory-right",
          text: "申请号的专利类型与公布文本的类型（\(contrary.right.rawValue)）不一致", source: contrary.source))
    }
    document =
      grants.last.map { Document(role: .grant, delivery: $0) }
      ?? publications.last.map { Document(role: .application, delivery: $0) }
    // The grant publication speaks before the application's, whichever was produced later.
    let byAuthority = publications + grants
    parentApplication =
      byAuthority.last { $0.parentApplicationNumber != nil }?
      .parentApplicationNumber
    term = Term(
      of: right, deliveries: byAuthority, isDivisionalOf: parentApplication, timeline: timeline,
      settings: settings)
    isGrantWithdrawn = false
    switch GrantFinding(grants: grants, timeline: timeline, settings: settings) {
    case .granted(let found):
      grant = found
      standing = Standing(grant: found, term: term, timeline: timeline, settings: settings)
      if grants.isEmpty {
        remarks.append(
          QualityRemark(id: "grant-without-publication", text: "仅有授权事务，未见授权公告文本"))
      }
    case .notGranted:
      standing = .notInForce(.notGranted, because: [])
    case .withdrawn(let because):
      isGrantWithdrawn = true
      standing = .notInForce(.grantWithdrawn, because: because)
    case .undated(let because):
      standing = .undetermined(missing: [.grantDate], because: because)
    }
    // A correction of the title page alone may name no party; what it lacks it does not change.
    let partiesDocument =
      grants.last { $0.status != .deleted && $0.firstPatentee != nil }
      .map { Document(role: .grant, delivery: $0) }
      ?? publications.last { $0.firstPatentee != nil }
      .map { Document(role: .application, delivery: $0) }
    (firstPatentee, remarks) = DossierState.patentee(
      partiesDocument, grant: grant, timeline: timeline, settings: settings, remarks: remarks)
    pledges = PledgeEvent.all(in: timeline.counted)
    unclassifiedEvents = (timeline.dated + timeline.undated).filter { $0.eventClass == nil }
      .map { $0.event }
    self.remarks = remarks
  }

  /// Follows the first patentee from the document through the events after it.
  ///
  /// After a grant publication these are the events after the day of grant. Where only the
  /// application's publication was delivered, its applicants held on its own day, so the events
  /// after that day apply, transfers of the application (TA01) among them.
  private static func patentee(
    _ document: Document?, grant: Grant?, timeline: EventTimeline, settings: AssemblySettings,
    remarks: [QualityRemark]
  ) -> (FirstPatentee?, [QualityRemark]) {
    guard let document,
      var history = PatenteeHistory(document: document.delivery, settings: settings)
    else { return (nil, remarks) }
    let published = document.delivery.publicationDate?.day
    let start: CalendarDay?
    switch document.role {
    case .grant: start = grant?.date ?? published
    case .application: start = published ?? grant?.date
    }
    for entry in timeline.counted {
      if document.role == .grant, isOfApplication(entry.event) { continue }
      guard changesPatentee(entry.eventClass), let day = entry.effectiveOn,
        start.map({ day > $0 }) ?? true
      else { continue }
      if isTold(entry, by: timeline) { continue }
      history.apply(entry)
    }
    for entry in timeline.undated
    where changesPatentee(entry.eventClass) && !isOfApplication(entry.event) {
      history.applyUndated(entry)
    }
    return (history.patentee, remarks + history.remarks)
  }

  /// Whether a transfer that names nobody is one that another event of the same day tells in full:
  /// the same transfer in an old and a new code.
  private static func isTold(_ entry: EventTimeline.Entry, by timeline: EventTimeline) -> Bool {
    guard entry.eventClass == .transferred,
      PatenteeChange(entry.event, eventClass: .transferred).pairs.isEmpty
    else { return false }
    return timeline.counted.contains { other in
      other.eventClass == .transferred
        && (other.effectiveOn == entry.effectiveOn
          || (other.event.publishedOn != nil
            && other.event.publishedOn == entry.event.publishedOn))
        && !PatenteeChange(other.event, eventClass: .transferred).pairs.isEmpty
    }
  }

  /// Whether an event concerns the application and not the patent: TA01 transfers, CB01 to CB04
  /// change applicants, and neither moves a patentee after the grant.
  private static func isOfApplication(_ event: LegalEvent) -> Bool {
    ["TA01", "CB01", "CB02", "CB03", "CB04"].contains(event.code ?? "")
  }

  private static func changesPatentee(_ eventClass: LegalEventClass?) -> Bool {
    switch eventClass {
    case .transferred, .renamed, .readdressed, .partyChanged: return true
    default: return false
    }
  }
}
