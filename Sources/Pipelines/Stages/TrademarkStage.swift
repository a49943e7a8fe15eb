import Dossiers
import Formats
import Records
import Store

/// Settles the deliveries of every mark, puts it together and judges it at the cut-off; rewrites the
/// derived tables of marks.
///
/// One pass over all records in the order of numbers; memory does not grow with their number.
struct TrademarkStage {
  let plan: Plan
  let tables: TableSet

  /// How the records of each file stand against all other deliveries; nil where nothing that the
  /// judgement rests on has changed since the last one, which stands.
  func run(
    _ database: IPDatabase, progress: (String) -> Void
  ) throws -> [Int64: SettledFile]? {
    let ground = try database.trademarkGround()
    let text = self.text(of: ground)
    if !ground.hasUnpublished, try database.groundOfMarks() == text { return nil }
    var files: [Int64: SettledFile] = [:]
    let judge = TrademarkJudge(
      plan: plan, places: tables.places, decisions: try database.rows(of: OwnerDecisionRow.self))
    var count = 0
    try database.rewriteMarks(on: text) { derived, raw in
      try raw.forEachTrademark(order: TrademarkStage.order) { stored in
        let settlement = TrademarkSettlement(stored.entries)
        for (file, outcome) in settlement.outcomes {
          switch outcome {
          case .held: files[file, default: SettledFile()].loaded += 1
          case .superseded: files[file, default: SettledFile()].superseded += 1
          case .duplicate: files[file, default: SettledFile()].duplicate += 1
          }
        }
        guard let number = stored.number else { return }
        let dossier = TrademarkDossier(
          office: stored.office, number: number, settled: settlement)
        for item in dossier.cases {
          if let mark = judge.judge(item) { try derived.insert(mark) }
        }
        count += 1
        if count % 65_536 == 0 { progress("judging: \(count) trademarks") }
      }
    }
    return files
  }

  /// Everything that decides the marks in the derived tables.
  private func text(of ground: TrademarkGround) -> String {
    let tables = self.tables.editions.map { "table \($0.id) \($0.digest.text)" }.sorted()
    return
      ([
        "tool \(Version.tool) readers \(Version.readers) judgements \(Version.judgements)",
        "as-of \(plan.asOf.isoText)", plan.judgementText,
      ] + tables + [ground.files]).joined(separator: "\n")
  }

  /// The order of a delivery of CNIPA's tables, which only its names tell: they are looked at anew for
  /// each run, since a file may have been renamed.
  static func order(_ origin: TrademarkOrigin) -> Int? {
    guard origin.format == TrademarkRow.format else { return nil }
    return TrademarkDelivery(path: origin.path, member: origin.member).map {
      $0.year * 1_000 + $0.increment
    }
  }
}
