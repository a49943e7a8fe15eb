import Dispatch
import Dossiers
import Records
import ReferenceTables
import Store
import Synchronization

/// Judges a block of applications, each part of it on a thread of its own.
struct BlockJudge: Sendable {
  struct Result: Sendable {
    var dossiers: [DerivedDossier] = []
    var findings = JudgeStage.Findings()
  }

  let judge: PatentJudge
  let settings: AssemblySettings
  let events: LegalEventTable
  let texts: TextReader
  let families: FamilyReader

  /// The results of the block's parts in the block's order.
  static func judge(
    _ block: [StoredApplication], with judges: [BlockJudge]
  ) throws -> [Result] {
    let size = (block.count + judges.count - 1) / judges.count
    let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: judges.count) { index in
      let start = min(index * size, block.count)
      let part = block[start..<min(start + size, block.count)]
      let result = Swift.Result { try judges[index].judge(part) }
      results.withLock { $0[index] = result }
    }
    return try judges.indices.compactMap { index in
      try results.withLock { $0[index] }?.get()
    }
  }

  private func judge(_ part: ArraySlice<StoredApplication>) throws -> Result {
    var result = Result()
    var classes = EventClasses(events)
    var lastFormat: String?
    let known = KnownOn(judge.plan)
    for stored in part {
      result.findings.settlement.settle(stored)
      let item = known?.known(of: stored) ?? stored
      var events: [LegalEvent] = []
      events.reserveCapacity(item.events.count)
      for stored in item.events {
        var event = stored.event
        event.eventClass = classes.eventClass(of: event)
        if event.format != lastFormat {
          lastFormat = event.format
          result.findings.eventFormats.insert(event.format)
        }
        if event.eventClass == nil {
          let name = EventName(code: event.code, name: event.name)
          result.findings.unclassified[name, default: 0] += 1
        }
        events.append(event)
      }
      guard item.application.right == .invention else { continue }
      let state = DossierState(
        of: ApplicationRecords(
          application: item.application,
          publications: item.publications.map {
            PublicationDelivery($0.publication, rowID: $0.rowID)
          },
          events: events),
        under: settings)
      var malformed = 0
      if let dossier = try judge.judge(
        state, registers: item.registers, text: { try texts.text(ofPublication: $0) },
        family: { try families.family(of: $0) }, malformed: { malformed += $0 },
        disagreed: { result.findings.disagreements += $0 })
      {
        result.dossiers.append(dossier)
      }
      result.findings.malformedSymbols += malformed
    }
    return result
  }
}
