import Records

/// What a mapping looks at in one right: its places in the IPC and its words.
package struct ClassifiedRight: Sendable {
  /// Readable symbols, the main one first.
  package let symbols: [IPCSymbol]
  package let text: PatentText
  /// The decisions of analysts on strategic emerging industries.
  package let decisions: [IndustryDecisionRow]
  /// Title and abstract, folded for the search of terms.
  let words: SearchText

  package init(_ text: PatentText, decisions: [IndustryDecisionRow] = []) {
    self.text = text
    self.decisions = decisions
    symbols = text.ipc.compactMap { $0.symbol }
    // A full stop keeps a term from running from the title into the abstract.
    words = SearchText([text.title, text.abstract].compactMap { $0 }.joined(separator: "。"))
  }
}
