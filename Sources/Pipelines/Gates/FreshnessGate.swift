import Records

/// Whether the data of every format and register named reach near enough to the cut-off.
///
/// Why: a delivery that has stopped leaves the figure standing still, and nothing else shows it.
///
/// Of an export it is the newest day up to the cut-off on which a record was published. A register and
/// a table of marks may rightly have had no new row for months, so there it is the day on which
/// the newest of its contents was first found among the inputs.
enum FreshnessGate: Gate {
  static let id = "freshness"
  static let label = "各类数据足够新"

  static func check(_ subject: GateSubject) throws -> GateFinding {
    let limits = subject.settings.freshness.filter { !$0.value.isOff }
    guard !limits.isEmpty else { return GateFinding(nil, "switched off in the plan") }
    let asOf = subject.indicator.asOf
    var level = GateLevel.within
    var crossed: [String] = []
    var kept: [String] = []
    for (format, limit) in limits.sorted(by: { $0.key < $1.key }) {
      guard let day = try subject.newestDay(format) else {
        guard subject.settings.freshnessIsRequired else { continue }
        level = max(level, limit.error == nil ? .warning : .error)
        crossed.append("\(format): none loaded")
        continue
      }
      let age = max(0, asOf.daysSinceEpoch - day.daysSinceEpoch)
      let found = limit.level { age > $0 }
      level = max(level, found)
      let allowed = found == .error ? limit.error : limit.warn ?? limit.error
      let text = "\(format): newest \(day.isoText), \(age.counted("day")) before \(asOf.isoText)"
      if found == .within {
        kept.append(text)
      } else {
        crossed.append("\(text), allowed \(allowed ?? 0)")
      }
    }
    let texts = crossed.isEmpty ? kept : crossed
    return GateFinding(level, texts.isEmpty ? "none loaded" : texts.joined(separator: "; "))
  }
}
