import Analyses
import Classifiers
import Dossiers
import Records
import ReferenceTables
import Reports
import Store

/// Assembles and judges, at the cut-off, every invention of which the judgement may have changed, and
/// rewrites what was derived of it.
///
/// One pass over the applications in the order of their keys, in blocks that are judged on several
/// threads; memory does not grow with the number of applications.
struct JudgeStage {
  let run: String
  let plan: Plan
  let tables: TableSet
  /// The ids of the registers of which a file was read, even without a row.
  let loadedRegisters: Set<String>
  let contracts: [String: PledgeContract]
  let hasLegalStatus: Bool
  let workers: Int

  /// What the pass finds beside the derived tables.
  struct Findings: Sendable {
    /// Whole for the files of which a record was not judged and published before, and those alone.
    var settlement = Settlement()
    /// Applications looked at, dossiers written, inventions of which the last judgement still holds.
    var counts = StageCounts(rowsIn: 0, rowsOut: 0)
    /// Numbers of registers of which the bulk data has nothing, each once a register, by register
    /// and number.
    var unmatched: [UnmatchedNumber] = []
    /// Events neither code nor name classes, by code and name.
    var unclassified: [UnclassifiedKind] = []
    var malformedSymbols = 0
    /// By application and member.
    var disagreements: [StoredDisagreement] = []
    /// The formats that gave legal events.
    var eventFormats: Set<String> = []
  }

  /// Applications judged at once; each takes a few kilobytes.
  private static let blockSize = 4096

  func run(_ database: IPDatabase, progress: (String) -> Void) throws -> Findings {
    var findings = Findings()
    let judge = PatentJudge(
      plan: plan, tables: tables, loadedRegisters: loadedRegisters, contracts: contracts)
    let settings = AssemblySettings(
      cutOff: plan.asOf, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
      legalStatus: hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none,
      eventTable: judge.eventTable)
    let judges = try (0..<max(1, workers)).map { _ in
      BlockJudge(
        judge: judge, settings: settings, events: tables.legalEvents,
        texts: try database.textReader(),
        families: try database.familyReader(knownOn: plan.knownOn))
    }
    var applications = 0
    var dossiers = 0
    let kept = try database.rejudge(on: ground()) { derived, raw in
      var block: [StoredApplication] = []
      func judgeBlock() throws {
        for result in try BlockJudge.judge(block, with: judges) {
          for item in result.judged { try derived.insert(item) }
          dossiers += result.judged.count { $0.dossier != nil }
          findings.settlement.add(result.settlement)
        }
        applications += block.count
        block.removeAll(keepingCapacity: true)
        progress("judging: \(applications.counted("application"))")
      }
      try raw.forEachApplication { item in
        block.append(item)
        if block.count == JudgeStage.blockSize { try judgeBlock() }
      }
      try judgeBlock()
    }
    findings.counts = StageCounts(rowsIn: applications, rowsOut: dossiers, cacheHits: kept)
    findings.unmatched = JudgeStage.numbers(of: try database.unmatchedRows())
    findings.unclassified = try database.unclassifiedEvents()
    findings.malformedSymbols = try database.malformedSymbols()
    findings.disagreements = try database.familyDisagreements()
    findings.eventFormats = try database.eventFormats(knownOn: plan.knownOn)
    return findings
  }

  /// What all judgements rest on: whatever of it changes, they are all made again.
  private func ground() -> JudgementGround {
    var lines = [
      "tool \(Version.tool) readers \(Version.readers) judgements \(Version.judgements)",
      plan.judgementText,
      "legal-status: \(hasLegalStatus ? "read" : "none")",
      "registers: \(loadedRegisters.sorted().joined(separator: " "))",
    ]
    lines += tables.editions.map { "table \($0.id) \($0.digest.text)" }.sorted()
    return JudgementGround(
      run: run, cutOff: plan.asOf, context: lines.joined(separator: "\n"),
      contracts: contracts.sorted { $0.key < $1.key }.map { number, contract in
        "\(number) \(contract.amountInYuan ?? -1) \(contract.patentCount) "
          + "\(contract.registeredOn.isoText) \(contract.releasedOn?.isoText ?? "")"
      }.joined(separator: "\n"))
  }

  /// Numbers of registers of which the bulk data has nothing, each once a register, by register and
  /// number.
  private static func numbers(of rows: [UnmatchedRow]) -> [UnmatchedNumber] {
    var seen: Set<String> = []
    return rows.filter { seen.insert("\($0.register) \($0.number)").inserted }.map { row in
      UnmatchedNumber(
        register: row.register, number: row.number, file: row.source.file, row: row.source.offset)
    }.sorted { ($0.register, $0.number) < ($1.register, $1.number) }
  }
}
