import Records

/// One IPC classification as printed and as parts.
struct ClassificationDraft {
  var sequence: Int?
  var text: String?
  var section = ""
  var mainClass = ""
  var subclass = ""
  var group = ""
  var subgroup = ""

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
}

extension [ClassificationDraft] {
  /// Each symbol once, in the order of the sequence numbers where all have one of their own.
  func entries() -> [IPCEntry] {
    var ordered = self
    let sequences = compactMap { $0.sequence }
    if sequences.count == count, Set(sequences).count == count {
      ordered.sort { ($0.sequence ?? 0) < ($1.sequence ?? 0) }
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
    guard let last = classifications.indices.last, let text = document.text(item) else { return }
    switch field {
    case .ipcText: classifications[last].text = classifications[last].text ?? text
    case .ipcSection: classifications[last].section = text
    case .ipcClass: classifications[last].mainClass = text
    case .ipcSubclass: classifications[last].subclass = text
    case .ipcGroup: classifications[last].group = text
    case .ipcSubgroup: classifications[last].subgroup = text
    default: break
    }
  }
}
