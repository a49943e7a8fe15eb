import Records

/// Analysts' verdicts whether a patent belongs to a strategic emerging industry (战新认定).
enum IndustryDecisions: Register {
  static let kind = RegisterKind.industryDecisions
  static let chineseName = "战新认定"

  static let patent = RegisterColumn("专利号", "patent_no", required: true)
  static let code = RegisterColumn("战新代码", "sei_code", required: true)
  static let verdict = RegisterColumn("认定", "verdict", required: true)
  static let decidedBy = RegisterColumn("认定人", "decided_by")
  static let decidedOn = RegisterColumn("日期", "decided_on")
  static let reason = RegisterColumn("依据", "reason")

  static let columns = [patent, code, verdict, decidedBy, decidedOn, reason]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let number = try cells.patent(patent)
    let text = try cells.requiredText(code, codeForm)
    let industry = CellText.key(text)
    guard isIndustryCode(industry) else { throw cells.fault(code, text, codeForm) }
    return .industryDecision(
      IndustryDecisionRow(
        source: cells.source, patent: number, industryCode: industry,
        belongs: try cells.requiredFlag(verdict),
        decidedBy: cells.text(decidedBy),
        decidedOn: try cells.day(decidedOn),
        reason: cells.text(reason)))
  }

  /// One to three numbers joined by points, as in 战略性新兴产业分类(2018).
  private static func isIndustryCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count <= 3
      && parts.allSatisfy { part in
        (1...2).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private static let codeForm = "a code of 战略性新兴产业分类(2018) such as 1.2"
}
