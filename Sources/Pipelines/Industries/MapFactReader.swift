import Classifiers
import Dossiers
import Records
import ReferenceTables
import Store

/// Reads one application's facts: its state at the cut-off, its place, its labels.
struct MapFactReader: Sendable {
  let plan: Plan
  let areas: MapAreas
  let places: PlaceResolver
  let settings: AssemblySettings
  let chains: ChainIndex
  /// Every mapping but the chains.
  let mappings: [any IndustryMapping]
  let texts: TextReader
  let families: FamilyReader
  let legalEvents: LegalEventTable

  /// The facts of a part of a block, in its order; nothing for applications of which no document was
  /// published by the cut-off.
  func facts(of part: ArraySlice<StoredApplication>) throws -> [MapFact] {
    var classes = EventClasses(legalEvents)
    let known = KnownOn(plan)
    return try part.compactMap { stored in
      try fact(of: known?.known(of: stored) ?? stored, &classes)
    }
  }

  private func fact(
    of item: StoredApplication, _ classes: inout EventClasses
  ) throws -> MapFact? {
    let published = item.publications.filter { stored in
      stored.publication.publicationDate.map { $0.number <= plan.asOf.number } ?? false
    }
    guard !published.isEmpty else { return nil }
    var events: [LegalEvent] = []
    for stored in item.events {
      var event = stored.event
      event.eventClass = classes.eventClass(of: event)
      events.append(event)
    }
    let records = ApplicationRecords(
      application: item.application,
      publications: published.map { PublicationDelivery($0.publication, rowID: $0.rowID) },
      events: events)
    var settings = settings
    let parents = try parentDates(of: published)
    settings.parentFilingDate = { parents[$0] }
    let state = DossierState(of: records, under: settings)
    guard let document = state.document else { return nil }
    let stored = try texts.wholeText(ofPublication: document.delivery.rowID)
    let text = PatentText(
      title: stored?.title ?? document.delivery.title, abstract: stored?.abstract,
      ipc: (stored?.ipc ?? []).map { IPCEntry($0) }, source: document.delivery.source)
    let right = ClassifiedRight(text, decisions: item.registers.decisions)
    let home = home(of: state)
    var fact = MapFact(
      application: item.application.canonical, right: state.right, title: text.title,
      state: .pending, filed: state.filingDate, granted: state.grant?.date,
      expires: state.grant == nil ? nil : state.term.end, place: home.place, areas: home.areas,
      symbols: right.symbols, hits: chains.nodes(of: right),
      codes: mappings.map { $0.codes(of: right) }, owners: owners(of: state, published),
      renamings: [], inventors: stored?.inventors ?? [],
      documents: Set(
        published.map { MapFactReader.bare($0.publication.publicationNumber.canonical) }
      )
      .sorted(),
      citations: Set((stored?.citations ?? []).map { MapFactReader.bare($0) }).sorted(),
      events: [], claims: stored?.claimCount, offices: try offices(of: item),
      agency: stored?.agency)
    settle(&fact, state, events)
    read(events, into: &fact)
    return fact
  }

  private func parentDates(
    of published: [StoredPublication]
  ) throws -> [ApplicationNumber: CalendarDay] {
    var dates: [ApplicationNumber: CalendarDay] = [:]
    for case let parent? in published.map({ $0.publication.parent?.chinese })
    where dates[parent] == nil {
      dates[parent] = try texts.filingDate(of: parent, knownOn: plan.knownOn)
    }
    return dates
  }

  // MARK: Standing

  private func settle(_ fact: inout MapFact, _ state: DossierState, _ events: [LegalEvent]) {
    switch state.standing {
    case .inForce: fact.state = .inForce
    case .undetermined: fact.state = .undetermined
    case .notInForce(.notGranted, _):
      if let closing = closing(events) {
        fact.state = .closed
        fact.reason = closing.eventClass?.rawValue
        fact.ended = closing.effectiveDay(as: closing.eventClass)
      }
    case .notInForce(.grantWithdrawn, _):
      fact.state = .closed
      fact.reason = Standing.End.grantWithdrawn.rawValue
    case .notInForce(let end, let because):
      fact.state = .ended
      fact.reason = end.rawValue
      fact.ended = end == .termEnded ? state.term.end : because.compactMap { $0.date }.first
    }
  }

  /// The event that closed an application before its grant.
  private func closing(_ events: [LegalEvent]) -> LegalEvent? {
    events.filter { event in
      switch event.eventClass {
      case .withdrawn, .refused, .deemedWithdrawn, .abandoned:
        event.effectiveDay(as: event.eventClass).map { $0 <= plan.asOf } ?? false
      default: false
      }
    }.min {
      ($0.effectiveDay(as: $0.eventClass)?.number ?? 0, $0.identifier ?? "")
        < ($1.effectiveDay(as: $1.eventClass)?.number ?? 0, $1.identifier ?? "")
    }
  }

  // MARK: Places and owners

  private func home(of state: DossierState) -> (place: String, areas: [String]) {
    guard let patentee = state.firstPatentee, patentee.address != .unknownAfterTransfer else {
      return ("unresolved", [MapAreas.store])
    }
    switch places.resolve(patentee.party) {
    case .foreign: return ("foreign", [MapAreas.store])
    case .unresolved: return ("unresolved", [MapAreas.store])
    case .division(let division, _):
      if division.lies(within: plan.region) {
        return (
          "region", areas.areas(of: division, county: PatentJudge.county(of: division, in: plan))
        )
      }
      return ("elsewhere", areas.areas(of: division, county: nil))
    }
  }

  private func owners(
    of state: DossierState, _ published: [StoredPublication]
  ) -> [MapFact.Owner] {
    guard let first = state.firstPatentee?.party, !first.name.isEmpty else { return [] }
    var owners = [owner(first)]
    // Once the right went to somebody else, who holds it beside him is not known.
    guard let delivery = state.document?.delivery, delivery.firstPatentee?.name == first.name,
      let record = published.first(where: { $0.rowID == delivery.rowID })?.publication
    else { return owners }
    let parties = record.assignees.isEmpty ? record.applicants : record.assignees
    for party in parties.sorted(by: { $0.sequence < $1.sequence }).dropFirst()
    where !party.name.isEmpty && !owners.contains(where: { $0.name == party.name }) {
      owners.append(owner(party))
    }
    return owners
  }

  private func owner(_ party: Party) -> MapFact.Owner {
    MapFact.Owner(
      name: party.name, country: party.country, place: places.resolve(party).region)
  }

  private func offices(of item: StoredApplication) throws -> Int {
    var countries = Set(
      item.registers.families.filter { $0.familyKind == .simple }.compactMap { $0.memberCountry })
    if families.hasFamilies {
      let family = try families.family(of: item.application)
      countries.formUnion(family.publications.map { $0.document.country })
    }
    countries.insert("CN")
    return countries.count
  }

  // MARK: Events

  private func read(_ events: [LegalEvent], into fact: inout MapFact) {
    for event in events {
      guard let day = event.effectiveDay(as: event.eventClass), day <= plan.asOf else { continue }
      switch event.eventClass {
      case .transferred:
        fact.events.append(
          MapFact.Event(kind: "transferred", day: day, direction: direction(of: event)))
      case .licenceRecorded:
        fact.events.append(MapFact.Event(kind: "licensed", day: day, direction: ""))
      case .pledgeRegistered:
        fact.events.append(MapFact.Event(kind: "pledged", day: day, direction: ""))
      case .renamed, .partyChanged:
        fact.renamings += renamings(by: event, of: fact.application, on: day)
      default: break
      }
    }
    fact.events.sort { ($0.day, $0.kind, $0.direction) < ($1.day, $1.kind, $1.direction) }
    // The same fact told in two codes on one day counts once.
    fact.events = fact.events.reduce(into: []) { kept, event in
      if let last = kept.last, last.day == event.day, last.kind == event.kind {
        return
      }
      kept.append(event)
    }
  }

  private func direction(of event: LegalEvent) -> String {
    let change = PatenteeChange(event, eventClass: .transferred)
    guard
      let pair = change.pairs.first(where: { $0.item == .address || $0.item == .nameAndAddress })
    else { return "unknown" }
    func isOfRegion(_ text: String?) -> Bool? {
      guard let text,
        case .division(let code, _) = places.resolve(
          Party(sequence: 1, name: "", address: PartyText.nameAndAddress(text).address ?? text))
      else { return nil }
      return code.lies(within: plan.region)
    }
    switch (isOfRegion(pair.before), isOfRegion(pair.after)) {
    case (false, true): return "in"
    case (true, false): return "out"
    case (true, true): return "within"
    case (false, false): return "elsewhere"
    default: return "unknown"
    }
  }

  private func renamings(
    by event: LegalEvent, of application: String, on day: CalendarDay
  ) -> [OwnerRenaming] {
    PatenteeChange(event, eventClass: event.eventClass).pairs.compactMap { pair in
      guard pair.item == .name || pair.item == .firstName, let before = pair.before,
        let after = pair.after
      else { return nil }
      let (from, to) = (PartyText.firstName(before), PartyText.firstName(after))
      guard !from.isEmpty, !to.isEmpty, from != to else { return nil }
      return OwnerRenaming(
        from: from, to: to,
        evidence: "\(event.code ?? event.name ?? "更名") \(application) \(day.isoText)")
    }
  }

  /// A document's number without country and kind, which citations often lack.
  static func bare(_ number: String) -> String {
    String(
      decoding: number.utf8.drop { !(0x30...0x39).contains($0) }.prefix {
        (0x30...0x39).contains($0)
      }, as: UTF8.self)
  }
}
