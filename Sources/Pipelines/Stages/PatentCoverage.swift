import Records
import Store

/// Whether indicator 1 can be told from what was read.
///
/// Its base set is made of Chinese publications that legal events say are in force; without a single
/// publication, or a single event, 0 would say that the city has no such patent, while nothing is known. An office then wants to see that the delivery is missing: a night
/// that has figures on trademarks publishes those with indicator 1 as undetermined, any other is
/// refused and the last result stays.
struct PatentCoverage {
  /// Why the indicator is not known, in Chinese; nil where it is.
  let undetermined: String?
  let hasPublications: Bool

  init(_ database: IPDatabase, knownOn: CalendarDay? = nil) throws {
    hasPublications = try database.hasPublications(knownOn: knownOn)
    guard !hasPublications else {
      undetermined =
        try database.hasLegalStatus(knownOn: knownOn)
        ? nil
        : "没有" + (knownOn.map { "\($0.isoText)前已公布并交付的" } ?? "读到任何")
          + "法律状态数据，专利是否有效无从判断（待定的专利见 undetermined.csv）"
      return
    }
    var rejects = 0
    try database.forEachReject { _ in rejects += 1 }
    undetermined =
      "没有" + (knownOn.map { "\($0.isoText)前已公布并交付的" } ?? "读到任何") + "中国专利文献"
      + (rejects > 0 ? "，另有\(rejects)条记录未能读取（见 rejects.ndjson）" : "")
  }
}
