import Formats
import Records
import Store

/// Reads the stubs of applications that have come to the region whole again, from the files they were
/// read from: their keywords are asked about now.
///
/// A stub whose file is no longer among the inputs stays one; what needs its texts is undetermined then,
/// and the run is another than that of a workspace that has them.
struct StubStage {
  let tables: TableSet
  let database: IPDatabase

  /// The place of a record in its file.
  private struct Place: Hashable, Sendable {
    var member: String?
    var offset: Int
  }

  private struct Whole: Sendable {
    var stub: WantedStub
    var title: String?
    var content: String
  }

  func run(
    _ inputs: [DiscoveredInput], _ pending: PendingInputs, workers: Int, progress: (String) -> Void
  ) throws {
    let wanted = try database.wantedStubs()
    guard !wanted.isEmpty else { return }
    let byName = Dictionary(inputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(
      pending.contents.map { ($0.sha256, $0.name) }, uniquingKeysWith: { first, _ in first })
    for file in try database.files() {
      guard let stubs = wanted[file.id], let name = names[file.sha256], let input = byName[name]
      else { continue }
      progress("reading \(stubs.count.counted("stub")) whole: \(name)")
      let found = try read(stubs, from: input, workers: workers)
      // What is written while it is read holds other records at these places; the next run looks again.
      if let now = input.measured(), now != input { continue }
      try database.fill(found.map { ($0.stub, $0.title, $0.content) })
    }
  }

  private func read(
    _ stubs: [WantedStub], from input: DiscoveredInput, workers: Int
  ) throws -> [Whole] {
    let normaliser = Normaliser(tables)
    let wanted = Dictionary(
      stubs.map { (Place(member: $0.member, offset: $0.offset), $0) },
      uniquingKeysWith: { first, _ in first })
    var found: [Whole] = []
    try ExportReader().read(
      [input.file], options: ReadOptions(workers: workers, tables: RegisterTables()),
      transform: { batch in
        batch.records.compactMap { record in
          guard case .patent(let publication) = record,
            let stub = wanted[
              Place(member: publication.source.member, offset: publication.source.offset)],
            stub.number == publication.publicationNumber.canonical,
            stub.kind == publication.kind.text,
            case .patent(let whole) = normaliser.normalise(record)
          else { return nil }
          var json = JSONBuffer()
          json.object { whole.writeContent(to: &$0) }
          var bytes: [UInt8] = []
          json.write(to: &bytes)
          return Whole(
            stub: stub, title: whole.titles.first?.text,
            content: String(decoding: bytes, as: UTF8.self))
        }
      },
      consume: { found += $0 })
    return found
  }
}
