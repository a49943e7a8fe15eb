import Dossiers
import Records
import ReferenceTables

/// Reads one patent against the rules; the text is searched once for each rule it is needed for.
struct IndustryReader {
  private struct RuleHit {
    var rule: Int
    var symbol: IPCSymbol
    var hit: SEIMatcher.Hit
  }

  private enum TextAnswer {
    case confirmed(Evidence?)
    case refused(Evidence?)
    case open(Missing)
  }

  private let text: PatentText
  private let tables: IndustryTables
  private let symbols: [IPCSymbol]
  private let title: SearchText?
  private let abstract: SearchText?
  private let decisions: [IndustryDecisionRow]
  private var answers: [Int: TextAnswer] = [:]

  init(
    patent: PatentUnderJudgement, tables: IndustryTables,
    symbols reading: Calibre.StrategicEmergingIndustry.Symbols
  ) {
    self.init(
      text: patent.text, decisions: patent.decisions, tables: tables, symbols: reading)
  }

  init(
    text: PatentText, decisions: [IndustryDecisionRow], tables: IndustryTables,
    symbols reading: Calibre.StrategicEmergingIndustry.Symbols
  ) {
    self.text = text
    self.tables = tables
    let entries = reading == .main ? Array(text.ipc.prefix(1)) : text.ipc
    // A malformed entry matches nothing; if the main one is malformed there is no main symbol.
    symbols = entries.compactMap { $0.symbol }
    title = IndustryReader.searched(text.title)
    abstract = IndustryReader.searched(text.abstract)
    self.decisions = IndustryReader.latest(decisions)
  }

  mutating func reading(
    keywords: Calibre.StrategicEmergingIndustry.Keywords, transfers: Bool
  ) -> IndustryJudgement.Reading {
    var evidence: [Evidence] = []
    var refused: [Evidence] = []
    var missing: [Missing] = []
    var codes: Set<String> = []
    var rules: [String] = []
    for decision in decisions {
      if decision.belongs {
        evidence.append(fact(decision))
        codes.insert(decision.industryCode.filter { !$0.isWhitespace })
      } else {
        refused.append(fact(decision))
      }
    }
    for hit in hits(transfers: transfers) {
      let rule = tables.rules[hit.rule]
      if decisions.contains(where: { !$0.belongs && covers($0, rule) }) { continue }
      let answer: TextAnswer =
        keywords == .ignored ? .confirmed(nil) : textAnswer(ruleIndex: hit.rule)
      switch answer {
      case .confirmed(let fact):
        evidence += facts(hit) + (fact.map { [$0] } ?? [])
        codes.insert(rule.code)
        rules.append(rule.id)
      case .refused(let fact):
        refused += facts(hit) + (fact.map { [$0] } ?? [])
      case .open(let lack):
        refused += facts(hit)
        if !missing.contains(lack) { missing.append(lack) }
      }
    }
    let judgement: Judgement
    if !codes.isEmpty {
      judgement = .met(because: evidence)
    } else if text.ipc.isEmpty {
      judgement = .undetermined(missing: [.classification], because: refused)
    } else if !missing.isEmpty {
      judgement = .undetermined(missing: missing, because: refused)
    } else {
      judgement = .notMet(because: refused.isEmpty ? [withoutHit()] : refused)
    }
    return IndustryJudgement.Reading(
      judgement: judgement, codes: IndustryJudgement.sorted(codes), rules: rules)
  }

  /// The rules met, each once with its best symbol: a direct hit before a transfer, then the order of
  /// the symbols.
  private func hits(transfers: Bool) -> [RuleHit] {
    let matcher = transfers ? tables.matcher : tables.directMatcher
    var best: [Int: RuleHit] = [:]
    for symbol in symbols {
      for hit in matcher.hits(for: symbol) {
        if let known = best[hit.rule], known.hit.transfer == nil || hit.transfer != nil { continue }
        best[hit.rule] = RuleHit(rule: hit.rule, symbol: symbol, hit: hit)
      }
    }
    return best.values.sorted { $0.rule < $1.rule }
  }

  private mutating func textAnswer(ruleIndex: Int) -> TextAnswer {
    if let answer = answers[ruleIndex] { return answer }
    let answer = search(ruleIndex: ruleIndex)
    answers[ruleIndex] = answer
    return answer
  }

  private func search(ruleIndex: Int) -> TextAnswer {
    let rule = tables.rules[ruleIndex]
    if rule.keywordKind == .none { return .confirmed(nil) }
    let terms = tables.terms[ruleIndex]
    if terms.isEmpty { return .open(.keywordTerms(rule: rule.id)) }
    for (field, words) in [("title", title), ("abstract", abstract)] {
      guard let words, let term = terms.first(where: { words.contains($0.folded) }) else {
        continue
      }
      let fact = Evidence(
        rule: rule.id, table: tables.termsReference, source: text.source, field: field,
        value: term.text)
      return rule.keywordKind == .negative ? .refused(fact) : .confirmed(fact)
    }
    if abstract == nil { return .open(.abstract) }
    if title == nil { return .open(.title) }
    let isNegative = rule.keywordKind == .negative
    let absence = Evidence(
      rule: rule.id, table: tables.termsReference, source: text.source, field: "keywords",
      value: isNegative ? "发明名称和摘要中未见排除词" : "发明名称和摘要中未见该规则的关键词")
    return isNegative ? .confirmed(absence) : .refused(absence)
  }

  private func facts(_ hit: RuleHit) -> [Evidence] {
    let rule = tables.rules[hit.rule]
    let matcher = hit.hit.transfer == nil ? tables.directMatcher : tables.matcher
    let token = matcher.token(of: hit.hit, for: hit.symbol)?.text ?? ""
    var facts = [
      Evidence(
        rule: rule.id, table: tables.rulesReference, source: text.source, field: "ipc",
        value: "\(hit.symbol.text) ∈ \(token)（\(rule.code) \(rule.name)）")
    ]
    if let transfer = hit.hit.transfer {
      let row = tables.matcher.transfers[transfer]
      facts.append(
        Evidence(
          rule: rule.id, table: tables.transfersReference, source: text.source,
          field: "ipc-transfer",
          value: "\(row.from.text) → \(hit.symbol.text)（IPC \(row.version)）"))
    }
    return facts
  }

  private func fact(_ decision: IndustryDecisionRow) -> Evidence {
    Evidence(
      rule: StrategicEmergingIndustry.id, source: decision.source, field: "sei_code",
      value: decision.industryCode + (decision.belongs ? " 是" : " 否"), date: decision.decidedOn)
  }

  private func withoutHit() -> Evidence {
    Evidence(
      rule: StrategicEmergingIndustry.id, table: tables.rulesReference,
      source: text.source, field: "ipc",
      value: text.ipc.map { $0.text }.joined(separator: "; "))
  }

  /// A decision speaks of its own two-level code, or of all codes of an industry (`1`).
  private func covers(_ decision: IndustryDecisionRow, _ rule: SEIRule) -> Bool {
    let code = decision.industryCode.filter { !$0.isWhitespace }
    return code == rule.code || code == rule.bigCode
  }

  /// The latest decision on each code: by its day, then the later row.
  private static func latest(_ rows: [IndustryDecisionRow]) -> [IndustryDecisionRow] {
    var latest: [IndustryDecisionRow] = []
    func key(_ row: IndustryDecisionRow) -> (Int32, String, Int) {
      (row.decidedOn?.number ?? 0, row.source.file, row.source.offset)
    }
    for row in rows.sorted(by: { key($0) < key($1) }) {
      let code = row.industryCode.filter { !$0.isWhitespace }
      latest.removeAll { $0.industryCode.filter { !$0.isWhitespace } == code }
      latest.append(row)
    }
    return latest
  }

  private static func searched(_ text: String?) -> SearchText? {
    guard let text else { return nil }
    let folded = SearchText(text)
    return folded.isEmpty ? nil : folded
  }
}
