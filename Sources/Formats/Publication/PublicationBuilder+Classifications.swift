import Records

/// One IPC or CPC classification as printed and as parts.
struct ClassificationDraft {
  var sequence: Int?
  var text: String?
  var section = ""
  var mainClass = ""
  var subclass = ""
  var group = ""
  var subgroup = ""
  /// Whether it is marked as the first; nil where no position is given.
  var isFirst: Bool?

  /// The symbol of the printed text, else of the parts; a text that is none is kept as it is.
  var entry: IPCEntry? {
    if let text, let symbol = IPCSymbol(text) { return .symbol(symbol) }
    if !section.isEmpty, !group.isEmpty {
      let assembled = "\(section)\(mainClass)\(subclass)\(group)/\(subgroup)"
      if let symbol = IPCSymbol(assembled) { return .symbol(symbol) }
      return .malformed(text ?? assembled)
    }
    return text.map { IPCEntry($0) }
  }

  /// The CPC symbol without white space, `C07K16/464`; sections reach to Y, which IPC has not.
  var cooperativeSymbol: String? {
    let text =
      section.isEmpty || group.isEmpty
      ? text : "\(section)\(mainClass)\(subclass)\(group)/\(subgroup)"
    let symbol = text?.filter { !$0.isWhitespace } ?? ""
    return symbol.isEmpty ? nil : symbol
  }
}

extension [ClassificationDraft] {
  /// The symbols of the Cooperative Patent Classification, each once, in the order of the document.
  func cooperativeSymbols() -> [String] {
    var symbols: [String] = []
    for draft in self { if let symbol = draft.cooperativeSymbol { symbols.appendOnce(symbol) } }
    return symbols
  }

  /// Each symbol once, in the order of the sequence numbers where all have one of their own.
  func entries() -> [IPCEntry] {
    var ordered = self
    let sequences = compactMap { $0.sequence }
    if sequences.count == count, Set(sequences).count == count {
      ordered.sort { ($0.sequence ?? 0) < ($1.sequence ?? 0) }
    } else if let first = ordered.firstIndex(where: { $0.isFirst == true }), first > 0 {
      ordered.insert(ordered.remove(at: first), at: 0)
    }
    var entries: [IPCEntry] = []
    for draft in ordered {
      if let entry = draft.entry { entries.appendOnce(entry) }
    }
    return entries
  }
}

extension PublicationBuilder {
  mutating func takeClassification(_ field: PublicationField, _ item: CapturedFields.Item) {
    guard let text = document.text(item) else { return }
    withClassification { draft in
      switch field {
      case .ipcText: draft.text = draft.text ?? text
      case .ipcSection: draft.section = text
      case .ipcClass: draft.mainClass = text
      case .ipcSubclass: draft.subclass = text
      case .ipcGroup: draft.group = text
      case .ipcSubgroup: draft.subgroup = text
      case .symbolPosition: draft.isFirst = text == "F"
      default: break
      }
    }
  }

  /// Takes a classification of the time before IPC 2006, in which designs have a Locarno class.
  mutating func takeColumns(_ item: CapturedFields.Item) {
    guard let text = document.text(item) else { return }
    if let locarnoClass = PublicationParts.locarnoClass(digits: text) {
      locarno.appendOnce(locarnoClass)
    } else {
      classifications.append(
        ClassificationDraft(text: PublicationParts.symbol(columns: text) ?? text))
    }
  }
}
