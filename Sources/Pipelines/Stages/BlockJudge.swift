import Dispatch
import Dossiers
import Records
import ReferenceTables
import Store
import Synchronization

/// Judges a block of applications, each part of it on a thread of its own.
struct BlockJudge: Sendable {
  struct Result: Sendable {
    var judged: [JudgedApplication] = []
    var settlement = Settlement()
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
    let known = KnownOn(judge.plan)
    for stored in part {
      result.settlement.settle(stored)
      let judged = try judge(known?.known(of: stored) ?? stored, &classes)
      if !judged.isEmpty { result.judged.append(judged) }
    }
    return result
  }

  private func judge(
    _ item: StoredApplication, _ classes: inout EventClasses
  ) throws -> JudgedApplication {
    var judged = JudgedApplication(item.application)
    var events: [LegalEvent] = []
    events.reserveCapacity(item.events.count)
    for stored in item.events {
      var event = stored.event
      event.eventClass = classes.eventClass(of: event)
      if event.eventClass == nil { judged.countUnclassified(event) }
      if event.eventClass?.isOfPledge ?? false { judged.hasPledgeEvents = true }
      events.append(event)
    }
    guard item.application.right == .invention else { return judged }
    let parents = try filingDatesOfParents(of: item)
    var settings = settings
    settings.parentFilingDate = { parents[$0] }
    let records = ApplicationRecords(
      application: item.application,
      publications: item.publications.map { PublicationDelivery($0.publication, rowID: $0.rowID) },
      events: events)
    let invention = InventionJudge(
      judge: judge, settings: settings, records: records, registers: item.registers,
      texts: texts, families: families)
    try invention.judge(&judged)
    return judged
  }

  private func filingDatesOfParents(
    of item: StoredApplication
  ) throws -> [ApplicationNumber: CalendarDay] {
    var dates: [ApplicationNumber: CalendarDay] = [:]
    for case let parent? in item.publications.map({ $0.publication.parent?.chinese })
    where dates[parent] == nil {
      dates[parent] = try texts.filingDate(of: parent, knownOn: judge.plan.knownOn)
    }
    return dates
  }
}

extension JudgedApplication {
  fileprivate mutating func countUnclassified(_ event: LegalEvent) {
    if let index = unclassified.firstIndex(where: {
      $0.code == event.code && $0.name == event.name
    }) {
      unclassified[index].count += 1
    } else {
      unclassified.append(Unclassified(code: event.code, name: event.name, count: 1))
    }
  }
}

extension LegalEventClass {
  fileprivate var isOfPledge: Bool {
    self == .pledgeRegistered || self == .pledgeChanged || self == .pledgeCancelled
  }
}
