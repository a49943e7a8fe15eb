/// One classification of a document as delivered: a symbol, or a text that is none.
///
/// A malformed text is kept and shown; it matches nothing and is listed in the quality figures.
package enum IPCEntry: Hashable, Sendable {
  case symbol(IPCSymbol)
  case malformed(String)

  package init(_ text: some StringProtocol) {
    if let symbol = IPCSymbol(text) {
      self = .symbol(symbol)
    } else {
      self = .malformed(String(text))
    }
  }

  package var symbol: IPCSymbol? {
    if case .symbol(let symbol) = self { return symbol }
    return nil
  }

  package var text: String {
    switch self {
    case .symbol(let symbol): return symbol.text
    case .malformed(let text): return text
    }
  }
}
