import Records

/// Decisions that two names mean one owner (权利人归并).
enum OwnerDecisions: Register {
  static let kind = RegisterKind.ownerDecisions
  static let chineseName = "权利人归并"

  static let name = RegisterColumn("原名称", "name", required: true)
  static let canonical = RegisterColumn("归并为", "canonical", required: true)
  static let reason = RegisterColumn("依据", "reason")
  static let decidedBy = RegisterColumn("决定人", "decided_by")
  static let decidedOn = RegisterColumn("日期", "decided_on")

  static let columns = [name, canonical, reason, decidedBy, decidedOn]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .ownerDecision(
      OwnerDecisionRow(
        source: cells.source, name: try cells.requiredText(name, "a name to be merged"),
        canonical: try cells.requiredText(canonical, "the name that stands for both"),
        reason: cells.text(reason), decidedBy: cells.text(decidedBy),
        decidedOn: try cells.day(decidedOn)))
  }
}
