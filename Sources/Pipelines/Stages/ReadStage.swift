import Formats
import Records
import Store

/// Reads what is new into the database: files in parallel, records normalised, one transaction a file.
struct ReadStage {
  let plan: Plan
  let tables: TableSet
  let database: IPDatabase

  /// A batch as a worker leaves it: records with their content as text.
  private struct EncodedBatch: Sendable {
    var fileIndex: Int
    var records: [StorableRecord]
    var bytes: [UInt8]
    var rejects: [Reject]
    var summary: FileSummary?
  }

  func run(
    _ pending: [PendingInputs.Pending], workers: Int, progress: (String) -> Void
  ) throws {
    guard !pending.isEmpty else { return }
    let region = plan.region
    let stubsOthers = plan.stubsOthers
    let normaliser = Normaliser(tables)
    let reader = Version.readers(plan, tables)
    var transaction: FileTransaction?
    var isWhole = true
    var records = 0
    try ExportReader().read(
      pending.map { $0.input.file },
      options: ReadOptions(workers: workers, tables: RegisterTables()),
      transform: { batch in
        ReadStage.encode(
          batch, normaliser: normaliser, region: region, stubsOthers: stubsOthers)
      },
      consume: { (batch: EncodedBatch) in
        let file = pending[batch.fileIndex]
        let open: FileTransaction
        if let transaction { open = transaction } else { open = try database.beginFile() }
        transaction = open
        try open.add(batch.records, bytes: batch.bytes, rejects: batch.rejects)
        records += batch.records.count
        if batch.rejects.contains(where: { $0.code == .unreadable }) { isWhole = false }
        if let summary = batch.summary {
          // What was hashed is not what was read: under the old digest it would never be read again.
          if isWhole, let now = file.input.measured(), now != file.input {
            try open.rollBack()
            transaction = nil
            try reject(changed: file.input, now)
            return
          }
          try open.commit(
            LedgerFile(
              path: file.input.name, sha256: file.sha256, bytes: file.input.bytes,
              // What could not be read tonight is read again, whole, by the next run.
              reader: isWhole ? reader : LedgerFile.interruptedReader,
              format: summary.formats.keys.sorted().joined(separator: "+"),
              ignored: summary.ignored.values.reduce(0, +)),
            isRegister: !summary.formats.isEmpty
              && summary.formats.keys.allSatisfy { RegisterKind(formatID: $0) != nil })
          transaction = nil
          isWhole = true
          progress(
            "read \(batch.fileIndex + 1) of \(pending.count.counted("file")), \(records.counted("record")): "
              + file.input.name)
        }
      })
    progress("making indexes")
    try database.createIndexes()
  }

  /// Leaves word of a file that changed between hashing and reading; the next run reads it.
  private func reject(changed input: DiscoveredInput, _ now: DiscoveredInput) throws {
    let transaction = try database.beginFile()
    let reason =
      "changed while it was read: \(input.bytes.counted("byte")) when it was hashed, "
      + "\(now.bytes.counted("byte")) after "
      + "reading, or written again meanwhile; nothing of it was kept; the next run reads it; deliver "
      + "under a hidden name and rename when complete"
    try transaction.add(
      [], bytes: [],
      rejects: [
        Reject(source: Source(file: input.name, offset: 0), code: .unreadable, reason: reason)
      ])
    try transaction.commit(
      LedgerFile(
        path: input.name, sha256: LedgerFile.unreadableDigest, bytes: now.bytes,
        reader: LedgerFile.interruptedReader, format: "", ignored: 0), isRegister: false)
  }

  private static func encode(
    _ batch: RecordBatch, normaliser: Normaliser, region: RegionCode, stubsOthers: Bool
  ) -> EncodedBatch {
    var json = JSONBuffer(reservingCapacity: 1 << 16)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.records.count * 2048)
    var items: [StorableRecord] = []
    items.reserveCapacity(batch.records.count)
    for original in batch.records {
      let start = bytes.count
      // Places of marks are resolved when they are judged; until then a row stays where it lies.
      if case .trademarkRow(let row) = original {
        row.encodeRest(to: &bytes)
        items.append(StorableRecord(record: original, content: start..<bytes.count))
        continue
      }
      let record = normaliser.normalise(original)
      switch record {
      case .patent(let publication):
        let isStub = stubsOthers && !belongs(publication, to: region)
        let kept = isStub ? stub(of: publication) : publication
        json.removeAll()
        json.object { kept.writeContent(to: &$0) }
        json.write(to: &bytes)
        items.append(
          StorableRecord(record: .patent(kept), content: start..<bytes.count, isStub: isStub))
        continue
      case .event(let event):
        EventDetails.encode(event.details, to: &bytes)
        items.append(
          StorableRecord(
            record: record, content: start..<bytes.count,
            movesIntoRegion: stubsOthers && !event.isWorldwide
              && normaliser.moves(event, into: region)))
        continue
      case .trademark(let mark):
        json.removeAll()
        mark.write(to: &json)
        json.write(to: &bytes)
      case .register, .trademarkRow: break
      }
      items.append(StorableRecord(record: record, content: start..<bytes.count))
    }
    return EncodedBatch(
      fileIndex: batch.fileIndex, records: items, bytes: bytes, rejects: batch.rejects,
      summary: batch.summary)
  }

  /// What is kept of another place's record: number, kind, dates, IPC, parties and source.
  private static func stub(of publication: PatentPublication) -> PatentPublication {
    var stub = publication
    stub.titles = []
    stub.abstracts = []
    stub.inventors = []
    stub.agencies = []
    stub.citations = []
    stub.claimCount = nil
    return stub
  }

  /// Whether a party lives in the region, or might: an unresolved Chinese address is no other place's.
  private static func belongs(_ publication: PatentPublication, to region: RegionCode) -> Bool {
    (publication.applicants + publication.assignees).contains { party in
      guard let place = party.region else { return party.country.map { $0 == "CN" } ?? true }
      return place.lies(within: region) || region.lies(within: place)
    }
  }
}
