import Dossiers
import Records
import ReferenceTables

/// The tables of 战略性新兴产业 made ready for many patents: rules, transfers and folded terms.
package struct IndustryTables: Sendable {
  struct Term: Sendable {
    var text: String
    var folded: SearchText
  }

  let rules: [SEIRule]
  /// With the transfers between editions of the IPC, and without them.
  let matcher: SEIMatcher
  let directMatcher: SEIMatcher
  /// The terms of each rule, in the order of ``rules``, of the kind that the rule asks for.
  let terms: [[Term]]
  package let rulesReference: TableReference
  package let transfersReference: TableReference?
  package let termsReference: TableReference

  /// Reads `sei-ipc`, `ipc-transfers` and the keyword table.
  package init(
    rules: ReferenceTable, transfers: ReferenceTable?, terms: ReferenceTable
  ) throws(ReferenceTableError) {
    let seiRules = try SEIRules(rules)
    var ipcTransfers: IPCTransfers?
    if let transfers { ipcTransfers = try IPCTransfers(transfers) }
    self.init(
      rules: seiRules, rulesReference: IndustryTables.reference(rules), transfers: ipcTransfers,
      transfersReference: transfers.map { IndustryTables.reference($0) },
      terms: try KeywordTerms(terms), termsReference: IndustryTables.reference(terms))
  }

  package init(
    rules: SEIRules, rulesReference: TableReference, transfers: IPCTransfers?,
    transfersReference: TableReference?, terms: KeywordTerms, termsReference: TableReference
  ) {
    self.rules = rules.rules
    matcher = SEIMatcher(rules, transfers: transfers)
    directMatcher = SEIMatcher(rules)
    self.terms = rules.rules.map { rule in
      terms.terms(of: rule.id).filter { term in
        (term.kind == .negative) == (rule.keywordKind == .negative)
      }.map { Term(text: $0.text, folded: SearchText($0.text)) }
    }
    self.rulesReference = rulesReference
    self.transfersReference = transfersReference
    self.termsReference = termsReference
  }

  private static func reference(_ table: ReferenceTable) -> TableReference {
    TableReference(id: table.id, edition: table.edition)
  }
}
