import Classifiers
import Dossiers
import Formats
import Records
import ReferenceTables
import Store

/// Judges patents again from the store, under the later run's rules: at any day, from the records that
/// either of two runs knew.
final class Rejudgement {
  private let plan: Plan
  private let tables: TableSet
  private let database: IPDatabase
  private let sets: [RecordSide: RecordSet]
  private let texts: TextReader
  private let families: FamilyReader
  private(set) var contracts: [RecordSide: [String: PledgeContract]] = [:]
  private var judges: [Moment: PatentJudge] = [:]

  private struct Moment: Hashable {
    var side: RecordSide
    var day: CalendarDay
  }

  init(
    plan: Plan, tables: TableSet, database: IPDatabase, before: RecordSet, after: RecordSet
  ) throws {
    self.plan = plan
    self.tables = tables
    self.database = database
    sets = [.before: before, .after: after]
    texts = try database.textReader()
    families = try database.familyReader()
  }

  func set(_ side: RecordSide) -> RecordSet? { sets[side] }

  /// Reads all records of the applications, and the registers once.
  ///
  /// A row of a register names an application, or a publication of one of these; whose publication
  /// another row names does not matter here but for the number of patents of a contract.
  func load(_ numbers: [ApplicationNumber]) throws -> [ApplicationNumber: StoredPatent] {
    var found: [ApplicationNumber: StoredPatent] = [:]
    var publications: [PublicationNumber: ApplicationNumber] = [:]
    var classes = EventClasses(tables.legalEvents)
    var parents: Set<ApplicationNumber> = []
    try database.records(of: numbers) { item in
      for publication in item.publications {
        publications[publication.publication.publicationNumber] = item.application
        if let parent = publication.publication.parent?.chinese { parents.insert(parent) }
      }
      let events = item.events.map { stored in
        var event = stored.event
        event.eventClass = classes.eventClass(of: event)
        return event
      }
      found[item.application] = StoredPatent(
        records: item, events: events, family: WorldwideFamily())
    }
    if families.hasFamilies {
      for number in numbers where found[number] != nil {
        found[number]?.family = try families.family(of: number)
      }
    }
    var parentRecords: [ApplicationNumber: [StoredPublication]] = [:]
    try database.records(of: parents.sorted { $0.key < $1.key }) {
      parentRecords[$0.application] = $0.publications
    }
    for (number, patent) in found {
      for publication in patent.records.publications {
        if let parent = publication.publication.parent?.chinese {
          found[number]?.parents[parent] = parentRecords[parent]
        }
      }
    }
    func application(_ patent: PatentNumber) -> ApplicationNumber? {
      switch patent {
      case .application(let number): number
      case .publication(let number, _): publications[number]
      }
    }
    // A register that an office writes anew each night leaves its old rows behind: they stay unread.
    let files = sets.values.reduce(into: Set<Int64>()) { $0.formUnion($1.files) }
    var drafts: [RecordSide: PledgeContracts] = [:]
    try database.forEachRow(of: PledgeRow.self, in: files) { row, file in
      let number = application(row.patent)
      for (side, set) in sets where set.files.contains(file) {
        drafts[side, default: PledgeContracts()].add(row, of: number)
      }
      if let number { found[number]?.pledges.append(.init(row: row, file: file)) }
    }
    contracts = drafts.mapValues { $0.all }
    judges = [:]
    try database.forEachRow(of: AwardRow.self, in: files, naming: numbers) { row, file in
      if let number = application(row.patent) {
        found[number]?.awards.append(.init(row: row, file: file))
      }
    }
    try database.forEachRow(of: FamilyRow.self, in: files, naming: numbers) { row, file in
      if let number = application(row.patent) {
        found[number]?.families.append(.init(row: row, file: file))
      }
    }
    try database.forEachRow(of: IndustryDecisionRow.self, in: files, naming: numbers) { row, file in
      if let number = application(row.patent) {
        found[number]?.decisions.append(.init(row: row, file: file))
      }
    }
    return found
  }

  /// The judgement at a day, as a run of that cut-off would give it; nil where nothing was known of
  /// the application.
  func finding(
    of patent: StoredPatent, _ side: RecordSide, on day: CalendarDay
  ) throws -> PatentJudge.Finding? {
    guard let set = sets[side] else { return nil }
    let publications = patent.publications(in: set)
    let events = patent.events(in: set)
    if publications.isEmpty, events.isEmpty { return nil }
    let judge = judge(side, day, set)
    let parents = patent.parentFilingDates(in: set)
    let state = DossierState(
      of: ApplicationRecords(
        application: patent.records.application,
        publications: publications.map { PublicationDelivery($0.publication, rowID: $0.rowID) },
        events: events),
      under: AssemblySettings(
        cutOff: day, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
        legalStatus: set.hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none,
        parentFilingDate: { parents[$0] }, eventTable: judge.eventTable))
    return try judge.finding(
      state, registers: patent.registers(in: set),
      text: { try self.texts.text(ofPublication: $0) }, family: { _ in patent.family(in: set) })
  }

  private func judge(_ side: RecordSide, _ day: CalendarDay, _ set: RecordSet) -> PatentJudge {
    let moment = Moment(side: side, day: day)
    if let judge = judges[moment] { return judge }
    var dated = plan
    dated.asOf = day
    let judge = PatentJudge(
      plan: dated, tables: tables, loadedRegisters: set.loadedRegisters,
      contracts: contracts[side] ?? [:])
    judges[moment] = judge
    return judge
  }
}
