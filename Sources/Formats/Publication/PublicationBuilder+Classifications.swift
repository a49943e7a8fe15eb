import Records

/// One IPC or CPC classification as printed and as parts.
struct ClassificationDraft {
  var sequence: Int?
  var text: FieldText?
  /// A symbol that was put together from the columns of an earlier edition.
  var columns: String?
  var section: FieldText?
  var mainClass: FieldText?
  var subclass: FieldText?
  var group: FieldText?
  var subgroup: FieldText?
  /// The classification's scheme, `CPCI`.
  var scheme: FieldText?
  /// Whether it is marked as the first; nil where no position is given.
  var isFirst: Bool?

  /// The symbol of the printed text, else of the parts; a text that is none is kept as it is.
  var entry: IPCEntry? {
    if let columns { return IPCEntry(columns) }
    if let text, let symbol = IPCSymbol(bytes: text.bytes) { return .symbol(symbol) }
    if let assembled {
      if let symbol = IPCSymbol(assembled) { return .symbol(symbol) }
      return .malformed(text?.string ?? assembled)
    }
    return text.map { .malformed($0.string) }
  }

  /// The symbol of the parts, nil without a section or a main group.
  private var assembled: String? {
    guard section != nil, group != nil else { return nil }
    var bytes: [UInt8] = []
    for part in [section, mainClass, subclass, group] {
      if let part { bytes.append(contentsOf: part.bytes) }
    }
    bytes.append(0x2F)
    if let subgroup { bytes.append(contentsOf: subgroup.bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How early the classification stands among others: 0 for the first position, 1 for the first
  /// position at the core level of the eighth edition, else 2.
  ///
  /// Source: WIPO Standard ST.8: column 28 the level (A advanced, C core), column 29 the position
  /// (F first, L later, blank where it is unknown).
  var order: Int {
    guard let bytes = text?.bytes, bytes.count >= 30, bytes[8] == 0x2F, bytes[28] == 0x46 else {
      return 2
    }
    return bytes[27] == 0x43 ? 1 : 0
  }

  /// The CPC symbol without white space, `C07K16/464`; sections reach to Y, which IPC has not.
  var cooperativeSymbol: String? {
    if let assembled { return assembled }
    guard let bytes = text?.bytes else { return nil }
    // Behind the subgroup may stand the columns of a version, a position and an office.
    var symbol: [UInt8] = []
    symbol.reserveCapacity(bytes.count)
    var isInSubgroup = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isNoBreakSpace = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
      index += isNoBreakSpace ? 2 : 1
      if byte <= 0x20 || isNoBreakSpace {
        if isInSubgroup { break }
        continue
      }
      if symbol.last == 0x2F { isInSubgroup = true }
      symbol.append(byte)
    }
    return symbol.isEmpty ? nil : String(decoding: symbol, as: UTF8.self)
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
    guard let text = document.fieldText(item) else { return }
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
    guard let text = document.fieldText(item) else { return }
    let printed = text.string
    if let locarnoClass = PublicationParts.locarnoClass(digits: printed) {
      locarno.appendOnce(locarnoClass)
    } else {
      classifications.append(
        ClassificationDraft(text: text, columns: PublicationParts.symbol(columns: printed)))
    }
  }
}
