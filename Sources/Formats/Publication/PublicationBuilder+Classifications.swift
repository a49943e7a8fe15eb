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
  /// The classification's scheme, `CPCI`.
  var scheme: String?
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

  /// How early the classification stands among others: 0 for the first position, 1 for the first
  /// position at the core level of the eighth edition, else 2.
  ///
  /// Source: WIPO Standard ST.8: column 28 the level (A advanced, C core), column 29 the position
  /// (F first, L later, blank where it is unknown).
  var order: Int {
    guard let text else { return 2 }
    let bytes = Array(text.utf8.prefix(30))
    guard bytes.count == 30, bytes[8] == 0x2F, bytes[28] == 0x46 else { return 2 }
    return bytes[27] == 0x43 ? 1 : 0
  }

  /// The CPC symbol without white space, `C07K16/464`; sections reach to Y, which IPC has not.
  var cooperativeSymbol: String? {
    guard section.isEmpty || group.isEmpty else {
      return "\(section)\(mainClass)\(subclass)\(group)/\(subgroup)"
    }
    guard let text else { return nil }
    // Behind the subgroup may stand the columns of a version, a position and an office.
    var symbol = ""
    var isInSubgroup = false
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0xA0 {
        if isInSubgroup { break }
        continue
      }
      if symbol.last == "/" { isInSubgroup = true }
      symbol.unicodeScalars.append(scalar)
    }
    return symbol.isEmpty ? nil : symbol
  }
}

extension [ClassificationDraft] {
  /// The symbols of the Cooperative Patent Classification, each once, in the order of the document.
  func cooperativeSymbols() -> [String] {
    var symbols: [String] = []
    for draft in self where draft.scheme == nil || draft.scheme == "CPCI" {
      if let symbol = draft.cooperativeSymbol { symbols.appendOnce(symbol) }
    }
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
    // A symbol may stand twice, at the core and the advanced level.
    let places = ordered.map { $0.order }
    if places.contains(where: { $0 < 2 }) {
      ordered = (0..<3).flatMap { place in
        ordered.indices.filter { places[$0] == place }.map { ordered[$0] }
      }
    }
    var entries: [IPCEntry] = []
    for draft in ordered {
      if let entry = draft.entry { entries.appendOnce(entry) }
    }
    return entries
  }
}

extension [String] {
  /// Symbols of editions before the eighth, `7A 61K   9/16   A` and `H04N7/24`, each once.
  func earlierEntries() -> [IPCEntry] {
    var entries: [IPCEntry] = []
    for text in self {
      let symbol = text.filter { !$0.isWhitespace }.drop { ("0"..."9").contains($0) }
      entries.appendOnce(IPCEntry(String(symbol)))
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
      case .classificationScheme: draft.scheme = text
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
