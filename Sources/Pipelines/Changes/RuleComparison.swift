import Analyses

/// The rules that differ between two runs, and which of them a figure depends on.
struct RuleComparison: Sendable {
  /// Settings by key, tables by id, then the tool.
  let changes: [RuleChange]

  init(_ before: ComparedRun, _ after: ComparedRun) {
    var changes: [RuleChange] = []
    for key in Set(before.settings.keys).union(after.settings.keys).sorted()
    where before.settings[key] != after.settings[key] {
      changes.append(
        RuleChange(.plan, key, before: before.settings[key], after: after.settings[key]))
    }
    for id in Set(before.tables.keys).union(after.tables.keys).sorted()
    where before.tables[id]?.sha256 != after.tables[id]?.sha256 {
      changes.append(
        RuleChange(
          .table, id, before: before.tables[id].map { RuleComparison.text($0) },
          after: after.tables[id].map { RuleComparison.text($0) }))
    }
    if before.tool != after.tool {
      changes.append(RuleChange(.tool, "ipatlas", before: before.tool, after: after.tool))
    }
    self.changes = changes
  }

  /// An edition with the beginning of its digest, since a table may change within an edition.
  private static func text(_ table: ComparedRun.Table) -> String {
    "\(table.edition)（\(table.sha256.prefix(8))）"
  }

  /// What of the plan only decides which files are read, or what the count is divided by.
  private func isIrrelevant(_ change: RuleChange) -> Bool {
    switch change.kind {
    case .plan:
      ["name", "inputs", "calibre.population"].contains(change.name)
        || change.name.hasPrefix("tables.")
    case .table: ["plan-targets", "labels"].contains(change.name)
    case .tool: true
    }
  }

  /// The reason why rules move a patent within a figure; nil where none that matters has changed.
  func reason(for figure: ChangeFigure) -> ChangeReason? {
    let relevant = changes.filter { matters($0, to: figure) }
    let cause: ChangeCause
    switch Set(relevant.map { $0.kind }) {
    case []: return nil
    case [.tool]: cause = .toolChanged
    case [.plan]: cause = .planChanged
    case [.table]:
      cause = relevant.allSatisfy { $0.name == "keywords" } ? .keywordTableChanged : .tableChanged
    default: cause = .rulesChanged
    }
    return ChangeReason(
      cause,
      detail: relevant.map { "\($0.name)：\($0.before ?? "无") → \($0.after ?? "无")" }
        .joined(separator: "；"))
  }

  private func matters(_ change: RuleChange, to figure: ChangeFigure) -> Bool {
    if change.kind == .tool { return true }
    if isIrrelevant(change) { return false }
    let name = change.name
    // A county is where the patentee lives; a criterion asks the state that all events lead to.
    let ofState = [
      "region", "legal-status-from", "calibre.events", "calibre.restoration", "legal-events",
      "scope.others",
    ]
    let ofPlace = ["region", "cn-divisions", "anhui-divisions-history", "calibre.events"]
    switch figure {
    case .base: return ofState.contains(name) || ofPlace.contains(name)
    case .county: return ofPlace.contains(name) || name == "calibre.parks"
    case .highValue: return name.hasPrefix("calibre.") || change.kind == .table
    case .criterion(let criterion):
      if ofState.contains(name) || name.hasPrefix("calibre.\(criterion.id).") { return true }
      switch criterion {
      case .strategicEmergingIndustry:
        return ["sei-ipc", "ipc-transfers", "keywords"].contains(name)
      case .overseasFamily: return ["families", "grant-kinds", "inpadoc-events"].contains(name)
      case .maintainedOverTenYears, .award: return false
      case .pledgeFinancing: return name == "inpadoc-events"
      }
    }
  }
}
