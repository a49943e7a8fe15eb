import Dossiers
import Formats
import Records
import Reports
import Store

/// Settles the deliveries of every mark of which the judgement may have changed, puts the mark together
/// and judges it at the cut-off; rewrites what was derived of it.
///
/// One pass over the records in the order of numbers; memory does not grow with their number.
struct TrademarkStage {
  let plan: Plan
  let tables: TableSet

  /// What the pass finds beside the derived tables.
  struct Findings {
    /// How the records of each file stand against all other deliveries. Whole for the files of which a
    /// record was not judged and published before, and those alone.
    var files: [Int64: SettledFile] = [:]
    /// Marks looked at, rows written, marks of which the last judgement still holds.
    var counts = StageCounts(rowsIn: 0, rowsOut: 0)
  }

  func run(_ database: IPDatabase, progress: (String) -> Void) throws -> Findings {
    let judge = TrademarkJudge(
      plan: plan, places: tables.places, decisions: try database.rows(of: OwnerDecisionRow.self))
    var files: [Int64: SettledFile] = [:]
    var count = 0
    var written = 0
    let kept = try database.rejudgeMarks(on: ground(judge)) { derived, raw in
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
        if let judged = judge.judge(dossier) {
          try derived.insert(judged)
          written += judged.marks.count
        }
        count += 1
        if count % 65_536 == 0 { progress("judging: \(count) trademarks") }
      }
    }
    return Findings(
      files: files, counts: StageCounts(rowsIn: count, rowsOut: written, cacheHits: kept))
  }

  /// What all judgements rest on: whatever of it changes, they are all made again. What the files'
  /// names decide, a rename has judged again.
  private func ground(_ judge: TrademarkJudge) -> MarkGround {
    var lines = [
      "tool \(Version.tool) readers \(Version.readers) judgements \(Version.judgements)",
      plan.judgementText,
    ]
    lines += tables.editions.map { "table \($0.id) \($0.digest.text)" }.sorted()
    lines += judge.owners.sorted { $0.key < $1.key }.map { "owner \($0.key)\u{1F}\($0.value)" }
    return MarkGround(cutOff: plan.asOf, context: lines.joined(separator: "\n"))
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
