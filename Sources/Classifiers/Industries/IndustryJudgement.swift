import Dossiers
import Records
import ReferenceTables

/// Whether a patent belongs to a 战略性新兴产业, under every reading at once.
///
/// 1. The IPC symbols (all or the main one) meet rules of the table, directly or through a transfer
///    between editions of the IPC.
/// 2. The text (title and abstract) confirms each rule: `none` needs no text; `positive` and
///    `generic` need a term; `negative` needs that no excluded term occurs. Without an abstract and
///    without a term in the title a rule with a condition stays open.
/// 3. An analyst's decision wins: 是 adds its code, 否 takes away the hits of its code and leaves the
///    other codes. Of several decisions on one code the latest holds.
///
/// Source: 战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）, 国知办函规字〔2021〕121号.
package struct IndustryJudgement: Hashable, Sendable {
  /// One reading: the answer, the codes of the rules that hit, and these rules.
  package struct Reading: Hashable, Sendable {
    package var judgement: Judgement
    /// Two-level codes in numeric order, 1.2 before 1.10.
    package var codes: [String]
    /// The ids of the rules that hit, in the order of the table.
    package var rules: [String]
  }

  /// The plan's calibre.
  package var chosen: Reading
  /// Keywords ignored, all else as the plan says: the upper bound, band `sei_ipc_only`.
  package var ipcOnly: Reading
  /// Keywords required, all else as the plan says: band `sei_with_keywords`.
  package var withKeywords: Reading
  /// The plan's keywords, but only direct hits: what transfers add is the difference to ``chosen``.
  package var withoutTransfers: Reading

  package init(of patent: PatentUnderJudgement, in context: JudgementContext) {
    guard let tables = context.industries else {
      let missing = Reading(
        judgement: .undetermined(missing: [.table("sei-ipc")]), codes: [], rules: [])
      (chosen, ipcOnly, withKeywords, withoutTransfers) = (missing, missing, missing, missing)
      return
    }
    let settings = context.calibre.strategicEmergingIndustry
    var reader = IndustryReader(patent: patent, tables: tables, symbols: settings.ipc)
    let transfers = settings.transfers == .include
    ipcOnly = reader.reading(keywords: .ignored, transfers: transfers)
    withKeywords = reader.reading(keywords: .required, transfers: transfers)
    chosen = settings.keywords == .required ? withKeywords : ipcOnly
    withoutTransfers =
      transfers ? reader.reading(keywords: settings.keywords, transfers: false) : chosen
  }

  /// Whether only a transfer between editions of the IPC makes the patent one of an industry's.
  package var isMetByTransferOnly: Bool {
    chosen.judgement.isMet && !withoutTransfers.judgement.isMet
  }
}

extension IndustryJudgement {
  /// Codes in numeric order of their parts; what is no number comes last, as text.
  static func sorted(_ codes: Set<String>) -> [String] {
    func parts(_ code: String) -> [Int] {
      code.split(separator: ".").map { Int($0) ?? .max }
    }
    return codes.sorted { left, right in
      let (leftParts, rightParts) = (parts(left), parts(right))
      return leftParts == rightParts
        ? left < right : leftParts.lexicographicallyPrecedes(rightParts)
    }
  }
}
