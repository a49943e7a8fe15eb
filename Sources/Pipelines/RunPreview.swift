import Analyses
import Foundation
import Records
import Reports
import Store

/// What a run would read, skip and compute, without doing it.
package struct RunPreview: Sendable {
  package var plan: Plan
  package var toRead: [DiscoveredInput]
  package var known: [DiscoveredInput]
  /// Files that count although they are no longer among the inputs.
  package var absent: Int
  package var tables: [TableEdition]
  /// What is not as it must be with the batches that the plan expects, as far as it was read.
  package var batches: [BatchFinding] = []

  /// Looks at the inputs and the ledger; writes nothing, not even a workspace.
  ///
  /// - Parameter today: the office's day, from which it counts how long a missing batch can still be
  ///   had; nil: the cut-off.
  package static func of(_ plan: Plan, today: CalendarDay? = nil) throws -> RunPreview {
    let path = "\(plan.workspace)/ip.sqlite"
    let database =
      FileManager.default.fileExists(atPath: path) ? try IPDatabase(path: path) : nil
    try database?.bind(plan: plan.name, region: plan.region.text)
    let tables = try TableSet(plan: plan)
    let pending = try PendingInputs.find(
      try InputDiscovery.files(of: plan), database: database,
      readers: Version.readers(plan, tables), rehashes: false)
    return RunPreview(
      plan: plan, toRead: pending.toRead.map { $0.input }, known: pending.known,
      absent: pending.absent(try database?.files() ?? []).count,
      tables: tables.editions,
      batches: try BatchCheck(
        plan: plan, pending: pending, database: database, today: today ?? plan.asOf
      ).findings(plan.expected))
  }

  package func lines() -> [String] {
    var lines = [
      "plan \(plan.name), region \(plan.region), as of \(plan.asOf.isoText)",
      "publishes to \(plan.publish)", "workspace \(plan.workspace)",
      "reads \(toRead.count.counted("file")) "
        + "(\(toRead.reduce(0) { $0 + $1.bytes }.counted("byte"))), "
        + "skips \(known.count) already read",
    ]
    lines += toRead.map { "  read \($0.name)" }
    lines += known.map { "  skip \($0.name)" }
    if absent > 0 {
      lines.append(
        "counts \(absent.counted("file")) more that \(absent == 1 ? "is" : "are") no longer among the "
          + "inputs")
    }
    lines.append("tables")
    lines += tables.map { "  \($0.id) \($0.edition) \($0.digest.text.prefix(16))" }
    lines.append("computes indicator 1 with")
    lines += plan.calibre.settings.map { "  \($0.path): \($0.text)" }
    lines.append("publishes only if records balance, sums agree, and within")
    lines += plan.gates.lines.map { "  \($0)" }
    if !plan.expected.isEmpty {
      lines.append("expects batches")
      lines += plan.expected.map { "  \($0.text)" }
      lines += batches.map { "  \($0.level.rawValue): \($0.text)" }
    }
    if !plan.hooks.lines.isEmpty {
      lines.append("runs after a night, for at most \(plan.hooks.timeout)s each")
      lines += plan.hooks.lines.map { "  \($0)" }
    }
    return lines
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("plan", plan.name)
      json.member("region", plan.region.text)
      json.member("as_of", plan.asOf.isoText)
      json.member("publish", plan.publish)
      json.member("workspace", plan.workspace)
      json.strings("read", toRead.map { $0.name }, evenIfEmpty: true)
      json.strings("skip", known.map { $0.name }, evenIfEmpty: true)
      json.member("absent", absent)
      json.key("tables")
      json.array { json in
        for table in tables {
          json.object { json in
            json.member("id", table.id)
            json.member("edition", table.edition)
            json.member("sha256", table.digest.text)
          }
        }
      }
      json.key("calibre")
      json.object { json in
        for setting in plan.calibre.settings {
          json.key(text: setting.path)
          json.string(setting.text)
        }
      }
      json.strings("gates", plan.gates.lines, evenIfEmpty: true)
      json.strings("expected", plan.expected.map { $0.text }, evenIfEmpty: true)
      json.strings("hooks", plan.hooks.lines, evenIfEmpty: true)
      json.key("batches")
      json.array { json in
        for finding in batches {
          json.object { json in
            json.member("batch", finding.batch)
            json.member("date", finding.date.isoText)
            json.member("kind", finding.kind.rawValue)
            json.member("level", finding.level.rawValue)
            json.member("detail", finding.detail)
          }
        }
      }
    }
    return json
  }
}
