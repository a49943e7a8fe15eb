import Analyses
import Classifiers
import Dossiers
import Records
import ReferenceTables
import Reports
import Store

/// Assembles and judges every invention at the cut-off and rewrites the derived tables.
///
/// One pass over all applications in the order of their keys, in blocks that are judged on several
/// threads; memory does not grow with the number of applications.
struct JudgeStage {
  let plan: Plan
  let tables: TableSet
  /// The ids of the registers of which a file was read, even without a row.
  let loadedRegisters: Set<String>
  let contracts: [String: PledgeContract]
  let hasLegalStatus: Bool
  let workers: Int

  /// What the pass finds beside the derived tables.
  struct Findings: Sendable {
    var settlement = Settlement()
    /// Numbers of registers of which the bulk data has nothing, each once a register, by register
    /// and number.
    var unmatched: [UnmatchedNumber] = []
    /// Events neither code nor name classes, by code and name.
    var unclassified: [EventName: Int] = [:]
    var malformedSymbols = 0
    /// In the order of the applications.
    var disagreements: [FamilyDisagreement] = []
    /// The formats that gave legal events.
    var eventFormats: Set<String> = []

    mutating func add(_ other: Findings) {
      settlement.add(other.settlement)
      unclassified.merge(other.unclassified) { $0 + $1 }
      malformedSymbols += other.malformedSymbols
      disagreements += other.disagreements
      eventFormats.formUnion(other.eventFormats)
    }
  }

  /// Applications judged at once; each takes a few kilobytes.
  private static let blockSize = 4096

  func run(_ database: IPDatabase, progress: (String) -> Void) throws -> Findings {
    var findings = Findings()
    let judge = PatentJudge(
      plan: plan, tables: tables, loadedRegisters: loadedRegisters, contracts: contracts)
    var unmatched: [UnmatchedRow] = []
    var count = 0
    let parents = try database.filingDatesOfParents(knownOn: plan.knownOn)
    try database.rewriteDerivedTables { derived, raw in
      let settings = AssemblySettings(
        cutOff: plan.asOf, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
        legalStatus: hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none,
        parentFilingDate: { parents[$0] }, eventTable: judge.eventTable)
      let judges = try (0..<max(1, workers)).map { _ in
        BlockJudge(
          judge: judge, settings: settings, events: tables.legalEvents,
          texts: try database.textReader(),
          families: try database.familyReader(knownOn: plan.knownOn))
      }
      var block: [StoredApplication] = []
      func judgeBlock() throws {
        for result in try BlockJudge.judge(block, with: judges) {
          for dossier in result.dossiers { try derived.insert(dossier) }
          findings.add(result.findings)
        }
        count += block.count
        block.removeAll(keepingCapacity: true)
        progress("judging: \(count) applications")
      }
      try raw.forEachApplication(unmatched: { unmatched.append($0) }) { item in
        block.append(item)
        if block.count == JudgeStage.blockSize { try judgeBlock() }
      }
      try judgeBlock()
    }
    findings.unmatched = JudgeStage.numbers(of: unmatched)
    return findings
  }

  private static func numbers(of rows: [UnmatchedRow]) -> [UnmatchedNumber] {
    var seen: Set<String> = []
    return rows.filter { seen.insert("\($0.register) \($0.number)").inserted }.map { row in
      UnmatchedNumber(
        register: row.register, number: row.number, file: row.source.file, row: row.source.offset)
    }.sorted { ($0.register, $0.number) < ($1.register, $1.number) }
  }
}
