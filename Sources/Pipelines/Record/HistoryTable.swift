import Reports
import Store

/// The attempts of a plan, as a table for people and as lines of JSON for programs.
package enum HistoryTable {
  /// A header and one line an attempt, in columns as wide as their widest cell; times are the office's.
  ///
  /// `known on` is the day of a look back (`--as-known-on`), `-` of a night and of a replay.
  package static func lines(of attempts: [LedgerAttempt]) -> [String] {
    let header = [
      "started", "ended", "outcome", "run", "as of", "known on", "count", "value", "records",
      "rejected",
      "reason",
    ]
    let rightAligned: Set<Int> = [6, 8, 9]
    let rows = [header] + attempts.map { cells($0) }
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line +=
          (column > 0 ? "  " : "")
          + (rightAligned.contains(column) ? padding + cell : cell + padding)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private static func cells(_ attempt: LedgerAttempt) -> [String] {
    [
      OfficeTime.text(of: attempt.started), attempt.ended.map { OfficeTime.text(of: $0) } ?? "-",
      attempt.outcome?.rawValue ?? "unfinished",
      attempt.run ?? "-", attempt.asOf, attempt.knownOn ?? "-",
      attempt.count.map(String.init) ?? "-",
      attempt.value.map { "\($0)" } ?? "-", attempt.records.map(String.init) ?? "-",
      attempt.rejected.map(String.init) ?? "-", reason(attempt),
    ]
  }

  private static func reason(_ attempt: LedgerAttempt) -> String {
    if let reason = attempt.reason { return "\(attempt.stage.map { "\($0): " } ?? "")\(reason)" }
    guard attempt.ended == nil, let stage = attempt.stage else { return "" }
    return attempt.outcome == .killed ? "killed in \(stage)" : "in \(stage)"
  }

  /// One object a line; what is not known is absent.
  package static func json(of attempt: LedgerAttempt) -> String {
    var members: [JSONValue.Member] = [.init("attempt", .integer(Int(attempt.sequence)))]
    func add(_ key: String, _ value: JSONValue?) {
      if let value { members.append(.init(key, value)) }
    }
    add("outcome", .text(attempt.outcome?.rawValue ?? "unfinished"))
    add("run", attempt.run.map { .text($0) })
    add("plan", .text(attempt.plan))
    add("as_of", .text(attempt.asOf))
    add("known_on", attempt.knownOn.map { .text($0) })
    add("tool", .text(attempt.tool))
    add("host", attempt.host.map { .text($0) })
    add("started", .text(attempt.started))
    add("finished", attempt.ended.map { .text($0) })
    add("stage", attempt.stage.map { .text($0) })
    add("code", attempt.code.map { .text($0) })
    add("reason", attempt.reason.map { .text($0) })
    add("files", attempt.files.map { .integer($0) })
    add("records", attempt.records.map { .integer($0) })
    add("rejected", attempt.rejected.map { .integer($0) })
    add("count", attempt.count.map { .integer($0) })
    add("value", attempt.value.map { .number($0) })
    add("published", attempt.published.map { .text($0) })
    let head = String(decoding: JSONText.line(.object(members)), as: UTF8.self)
    // The ledger holds the stages as JSON already.
    guard let stages = attempt.stages else { return head }
    return "\(head.dropLast()),\"stages\":\(stages)}"
  }
}
