import Analyses
import Classifiers
import Dossiers
import Formats
import Foundation
import Records
import ReferenceTables
import Store

/// Why one patent counts or not, from the database of a plan's workspace.
package struct Explanation {
  package let application: ApplicationNumber
  package let plan: Plan
  let finding: PatentJudge.Finding
  /// All deliveries and events the judgement rests on.
  package let publications: [PatentPublication]
  package let events: [LegalEvent]
  /// The paths of the files read of each register, by its id.
  let registerFiles: [String: [String]]
  /// The registers that have a row of the application.
  let registersWithRows: Set<String>
  /// The passage each fact was read from; empty where none were asked for.
  private(set) var passages: [Evidence: String] = [:]

  /// Judges one application as `run` would.
  ///
  /// - Parameter number: an application number in any form, or a publication number with country and
  ///   kind.
  /// - Throws: ``RunFailure`` where the number is none or nothing was read of it.
  package init(of number: String, plan: Plan, withFragments: Bool = false) throws {
    let typed = TypedNumber(number)
    let database = try FilledStore.open(plan)
    var patent: PatentNumber?
    var fault = ""
    do {
      patent = try PatentNumber(parsing: typed.text)
    } catch {
      fault = error.reason
      patent = try Explanation.withoutKind(typed.text, in: database).map { .application($0) }
    }
    guard let patent, let application = try Explanation.application(patent, in: database),
      let read = try database.application(application)
    else {
      if let reason = try Explanation.whyWithoutDossier(
        number, typed.text, patent, plan: plan, in: database)
      {
        throw RunFailure(reason)
      }
      throw RunFailure(
        (patent == nil
          ? fault
          : "\(number) is in none of the files read; see \"ipatlas plan \(plan.path)\" for the inputs")
          + typed.patentHint)
    }
    let stored = KnownOn(plan)?.known(of: read) ?? read
    let files = try database.files().filter { $0.isCurrent }
    let tables = try TableSet(plan: plan)
    var classes = EventClasses(tables.legalEvents)
    let events = stored.events.map { item in
      var event = item.event
      event.eventClass = classes.eventClass(of: event)
      return event
    }
    let judge = PatentJudge(
      plan: plan, tables: tables, loadedRegisters: LedgerFile.loadedFormats(files),
      contracts: try database.pledgeContracts(knownOn: plan.knownOn))
    let texts = try database.textReader()
    let families = try database.familyReader(knownOn: plan.knownOn)
    let hasLegalStatus = try database.hasLegalStatus(knownOn: plan.knownOn)
    var parents: [ApplicationNumber: CalendarDay] = [:]
    for case let parent? in stored.publications.map({ $0.publication.parent?.chinese }) {
      parents[parent] = try texts.filingDate(of: parent, knownOn: plan.knownOn)
    }
    let filingDates = parents
    let state = DossierState(
      of: ApplicationRecords(
        application: application,
        publications: stored.publications.map {
          PublicationDelivery($0.publication, rowID: $0.rowID)
        },
        events: events),
      under: AssemblySettings(
        cutOff: plan.asOf, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
        legalStatus: hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none,
        parentFilingDate: { filingDates[$0] }, eventTable: judge.eventTable))
    finding = try judge.finding(
      state, registers: stored.registers, text: { try texts.text(ofPublication: $0) },
      family: { try families.family(of: $0) })
    self.application = application
    self.plan = plan
    self.events = events
    registerFiles = Explanation.registerFiles(files)
    registersWithRows = stored.registers.registers
    publications = stored.publications.map { $0.publication }
    guard withFragments else { return }
    var fragments = try SourceFragments(plan: plan, files: files)
    for item in facts { passages[item] = fragments.passage(of: item) }
  }

  /// Every fact that the explanation names.
  private var facts: [Evidence] {
    (finding.state.firstPatentee?.because ?? []) + Explanation.evidence(of: finding.state.standing)
      + (finding.union?.parts ?? []).flatMap { $0.judgement.evidence }
  }

  /// The application a number names; nil where it names a publication nobody delivered.
  private static func application(
    _ patent: PatentNumber, in database: IPDatabase
  ) throws -> ApplicationNumber? {
    switch patent {
    case .application(let number): number
    case .publication(let number, _): try database.application(ofPublication: number)
    }
  }

  private static func registerFiles(_ files: [LedgerFile]) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for file in files where LedgerFile.loadedFormats([file]) == Set(file.formats) {
      for format in file.formats where RegisterKind(formatID: format) != nil {
        found[format, default: []].append(file.path)
      }
    }
    return found.mapValues { $0.sorted() }
  }
}
