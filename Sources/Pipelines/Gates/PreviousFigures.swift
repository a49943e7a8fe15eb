import Records
import Reports
import Store

/// The published run that a new one is compared with, and its figures.
///
/// It is the run behind `latest` where its cut-off is not later than the new one's: that is what readers
/// see. Else, for a replay, the published run with the greatest cut-off up to the new one's.
struct PreviousFigures: Hashable, Sendable {
  var run: String
  var asOf: CalendarDay
  /// By the figure's id; a figure that was not known is absent.
  var figures: [String: Double]
  /// Settings of the plan and tables that have changed since, so that a jump is to be expected.
  var changes: [ChangedSetting]

  private struct IndicatorRow: Decodable {
    struct Base: Decodable {
      var validInventions: Int
    }
    var count: Int?
    var value: Double?
    var base: Base?
  }

  private struct IndicatorsRow: Decodable {
    struct Item: Decodable {
      var id: String
      var value: Double?
    }
    var indicators: [Item]
  }

  /// - Parameter settings: those of the new run.
  static func find(
    for plan: Plan, run: String, in folder: PublishedFolder, attempts: [LedgerAttempt],
    settings: SettingsText
  ) -> PreviousFigures? {
    var candidates: [(run: String, asOf: CalendarDay)] = []
    if let latest = folder.run(behind: "latest"),
      let asOf = folder.asOf(ofRun: latest).flatMap({ CalendarDay($0) })
    {
      candidates.append((latest, asOf))
    }
    let made = attempts.filter { $0.outcome == .published || $0.outcome == .recovered }
    candidates += made.reversed().compactMap { attempt in
      guard let id = attempt.run, let asOf = CalendarDay(attempt.asOf) else { return nil }
      return (id, asOf)
    }.enumerated().sorted {
      // Of equal cut-offs the newer run, which stands first.
      $0.element.1 == $1.element.1 ? $0.offset < $1.offset : $0.element.1 > $1.element.1
    }.map { $0.element }
    guard
      let found = candidates.first(where: {
        $0.run != run && $0.asOf <= plan.asOf && folder.isPublished($0.run)
      })
    else { return nil }
    var figures: [String: Double] = [:]
    if let row = folder.record(IndicatorRow.self, in: IndicatorJSON.fileName, run: found.run) {
      figures["count"] = row.count.map { Double($0) }
      figures["value"] = row.value
      figures["base"] = row.base.map { Double($0.validInventions) }
    }
    if let rows = folder.record(IndicatorsRow.self, in: IndicatorsJSON.fileName, run: found.run) {
      for item in rows.indicators { figures[item.id] = item.value }
    }
    var changes: [ChangedSetting] = []
    if let then = attempts.last(where: { $0.run == found.run && $0.settings != nil }),
      let text = then.settings, let tables = then.tables
    {
      changes = settings.changes(since: SettingsText(settings: text, tables: tables)).filter {
        // A new tool or another input folder must not move a figure unnoticed.
        !["tool", "readers", "name", "inputs"].contains($0.setting)
      }
    }
    return PreviousFigures(run: found.run, asOf: found.asOf, figures: figures, changes: changes)
  }
}
