import Analyses
import Classifiers
import Dossiers
import Records
import ReferenceTables
import Reports
import Store

/// Assembles and judges every invention at the cut-off and rewrites the derived tables.
///
/// One pass over all applications in the order of their keys; memory does not grow with their number.
struct JudgeStage {
  let plan: Plan
  let tables: TableSet
  let registers: RegisterIndex
  let hasLegalStatus: Bool

  /// What the pass finds beside the derived tables.
  struct Findings {
    var settlement = Settlement()
    /// Applications that the registers name and the bulk data has.
    var matched: Set<ApplicationNumber> = []
    /// Events neither code nor name classes, by code and name.
    var unclassified: [UnclassifiedKey: Int] = [:]
    var malformedSymbols = 0
  }

  struct UnclassifiedKey: Hashable {
    let code: String?
    let name: String?
  }

  func run(_ database: IPDatabase, progress: (String) -> Void) throws -> Findings {
    var findings = Findings()
    var classes = EventClasses(tables.legalEvents)
    let judge = PatentJudge(plan: plan, tables: tables, registers: registers)
    let named = Set(registers.named.compactMap { registers.application($0.number) })
    var count = 0
    try database.rewriteDerivedTables { derived, raw in
      let parents = try raw.filingDatesOfParents()
      let settings = AssemblySettings(
        cutOff: plan.asOf, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
        legalStatus: hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none,
        parentFilingDate: { parents[$0] }, eventTable: judge.eventTable)
      try raw.forEachApplication { item in
        count += 1
        if count % 10_000 == 0 { progress("judging: \(count) applications") }
        findings.settlement.settle(item)
        if named.contains(item.application) { findings.matched.insert(item.application) }
        var events: [LegalEvent] = []
        for stored in item.events {
          var event = stored.event
          event.eventClass = classes.eventClass(of: event)
          if event.eventClass == nil {
            let key = UnclassifiedKey(code: event.code, name: event.name)
            findings.unclassified[key, default: 0] += 1
          }
          events.append(event)
        }
        guard item.application.right == .invention else { return }
        let state = DossierState(
          of: ApplicationRecords(
            application: item.application,
            publications: item.publications.map {
              PublicationDelivery($0.publication, rowID: $0.rowID)
            },
            events: events),
          under: settings)
        guard
          let dossier = try judge.judge(
            state, text: { try raw.text(ofPublication: $0) },
            malformed: { findings.malformedSymbols += $0 })
        else { return }
        try derived.insert(dossier)
      }
    }
    return findings
  }
}

/// The class of each event, asked of the table once per code and name.
struct EventClasses {
  private struct Key: Hashable {
    let code: String?
    let name: String?
  }

  private let table: LegalEventTable
  private var known: [Key: LegalEventClass?] = [:]

  init(_ table: LegalEventTable) { self.table = table }

  mutating func eventClass(of event: LegalEvent) -> LegalEventClass? {
    let key = Key(code: event.code, name: event.name)
    if let found = known[key] { return found }
    let found = table.meaning(code: event.code, name: event.name)?.eventClass
    known[key] = .some(found)
    return found
  }
}
